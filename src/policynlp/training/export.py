"""A trained tagger as the folder that extracting reads: network, vocabulary, settings."""

import json
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from policynlp.tagging.labels import TAGS
from policynlp.tagging.network_files import NETWORK, SETTINGS
from policynlp.tagging.vocabulary import Vocabulary
from policynlp.training.tagger import PolicyTagger

INPUTS = ["input_ids", "attention_mask", "rule_ids"]
LEAST = 1024  # numbers of a table that is worth storing in eight bits
OPSET = 17


class _Logits(torch.nn.Module):
    def __init__(self, model: PolicyTagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, rules: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.model(ids, mask, rules).logits
        return logits


def export(
    model: PolicyTagger, vocabulary: Vocabulary, folder: Path, *, temperature: float = 1.0
) -> None:
    """Write ``tagger.onnx`` (weights in eight bits), ``vocab.txt`` and ``tagger.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NETWORK
    model.eval()
    example = tuple(torch.ones((2, 16), dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "batch", 1: "length"} for name in (*INPUTS, "logits")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of every shape it reads
        torch.onnx.export(
            _Logits(model).eval(),
            example,
            path,
            input_names=INPUTS,
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.save(narrow(onnx.load(path)), path)
    settings = {"tags": list(TAGS), "temperature": round(temperature, 4)}
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", "utf-8")
    vocabulary.write(folder)


def narrow(network: Any) -> Any:
    """Store the large tables in eight bits with a scale a row or column; they are widened to run.

    Only the stored weights are narrowed, the sums are done in full: what comes out for a text
    depends on no other text in its batch, as it would if activations were narrowed too.
    """
    graph = network.graph
    readers: dict[str, list[Any]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    for table in list(graph.initializer):
        weights = numpy_helper.to_array(table)
        axis = _one(_scaled_axis(node) for node in readers.get(table.name, ()))
        if weights.ndim != 2 or weights.size < LEAST or axis is None:
            continue
        graph.initializer.remove(table)
        small, scale = _quantize(weights, axis)
        graph.initializer.append(numpy_helper.from_array(small, f"{table.name}.int8"))
        graph.initializer.append(numpy_helper.from_array(scale, f"{table.name}.scale"))
        for node in readers[table.name]:
            _widen(graph, node, table.name)
    onnx.checker.check_model(network)
    return network


def _one(axes: Iterable[int | None]) -> int | None:
    """Give the axis that all readers of a table agree on."""
    found = set(axes)
    return found.pop() if len(found) == 1 else None


def _scaled_axis(node: Any) -> int | None:
    """Along which axis the numbers of a table share a scale: the one that is looked up or summed."""
    if node.op_type == "Gather":
        return 1
    if node.op_type == "MatMul":
        return 0
    if node.op_type == "Gemm":
        return 1 if any(a.name == "transB" and a.i for a in node.attribute) else 0
    return None


def _quantize(weights: Any, axis: int) -> tuple[Any, Any]:
    scale = np.abs(weights).max(axis=axis, keepdims=True) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale


def _widen(graph: Any, node: Any, name: str) -> None:
    """Put the nodes that make floats of the stored numbers before the node that reads them."""
    gathered = node.op_type == "Gather"
    new = list(_gather(node, name) if gathered else _product(node, name))
    at = list(graph.node).index(node)
    if gathered:
        graph.node.remove(node)
    for step, extra in enumerate(new):
        graph.node.insert(at + step, extra)


def _product(node: Any, name: str) -> Iterator[Any]:
    wide = f"{node.name}.wide"
    yield helper.make_node(
        "Cast", [f"{name}.int8"], [f"{node.name}.cast"], to=onnx.TensorProto.FLOAT
    )
    yield helper.make_node("Mul", [f"{node.name}.cast", f"{name}.scale"], [wide])
    node.input[list(node.input).index(name)] = wide


def _gather(node: Any, name: str) -> Iterator[Any]:
    """Rows are looked up narrow and widened after, so that the whole table never is."""
    places, out = node.input[1], node.output[0]
    yield helper.make_node("Gather", [f"{name}.int8", places], [f"{out}.int8"], axis=0)
    yield helper.make_node("Gather", [f"{name}.scale", places], [f"{out}.scale"], axis=0)
    yield helper.make_node("Cast", [f"{out}.int8"], [f"{out}.cast"], to=onnx.TensorProto.FLOAT)
    yield helper.make_node("Mul", [f"{out}.cast", f"{out}.scale"], [out])
