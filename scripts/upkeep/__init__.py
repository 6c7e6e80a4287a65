"""What keeps the repository right while nobody looks: workflows, ageing data, outside links."""
