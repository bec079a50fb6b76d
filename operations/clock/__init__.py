"""The claim clock at work: warnings, the sweep, leave, locks, rules, and every change of an owner."""
