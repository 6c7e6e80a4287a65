"""`make audit`: every page examined by axe-core and by the Nu HTML checker."""
