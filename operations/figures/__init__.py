"""What is told in figures: digests, funnel, quality, worth, credits."""
