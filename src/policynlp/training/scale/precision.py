"""In how many bits sums are done."""

import torch


def half_on(device: torch.device) -> torch.autocast:
    """Give the context in which a GPU computes in bfloat16; a CPU, which gains nothing, in float."""
    return torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda")
