"""Who has it next: the pool, its queue, a manager's decision, whole cards and leavers."""
