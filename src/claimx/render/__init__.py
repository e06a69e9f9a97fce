"""Documents as text, one file per format. Everything here sees the records of :mod:`claimx.model` and nothing else."""
