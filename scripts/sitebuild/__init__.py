"""All rules of Wegwijs as plain functions; MkDocs and the scripts only call them."""
