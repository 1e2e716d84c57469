"""Blender's shader graphs in few words."""

from collections.abc import Sequence
from typing import Any

import bpy

Socket = Any
Stop = tuple[float, Sequence[float] | float]


class Graph:
    """The graph of one material or of the world. For an input stands a socket, a number or a colour."""

    def __init__(self, owner: Any) -> None:
        owner.use_nodes = True
        self.tree = owner.node_tree
        self.tree.nodes.clear()

    def add(self, kind: str, **inputs: Any) -> Any:
        """A node with its inputs by name, spaces written as underscores; what is no input is a property."""
        node = self.tree.nodes.new(kind)
        for name, value in inputs.items():
            socket = node.inputs.get(name.replace("_", " "))
            if socket is None:
                setattr(node, name, value)
            else:
                self.set(socket, value)
        return node

    def set(self, socket: Socket, value: Any) -> None:
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, Sequence) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1)
        else:
            socket.default_value = value

    def noise(
        self, scale: float, detail: float = 3.0, roughness: float = 0.5, stretch: Sequence[float] = (1, 1, 1)
    ) -> Any:
        place = self.add("ShaderNodeTexCoord").outputs["Object"]
        place = self.add("ShaderNodeMapping", Vector=place, Scale=stretch).outputs[0]
        return self.add("ShaderNodeTexNoise", Vector=place, Scale=scale, Detail=detail, Roughness=roughness)

    def ramp(self, value: Socket, *stops: Stop) -> Socket:
        node = self.add("ShaderNodeValToRGB", Fac=value)
        elements = node.color_ramp.elements
        for at, (position, colour) in enumerate(stops):
            element = elements[at] if at < 2 else elements.new(position)
            element.position = position
            element.color = (*colour, 1) if isinstance(colour, Sequence) else (colour, colour, colour, 1)
        return node.outputs[0]

    def bump(self, height: Socket, strength: float, distance: float) -> Socket:
        return self.add("ShaderNodeBump", Height=height, Strength=strength, Distance=distance).outputs[0]

    def times(self, first: Any, second: Any) -> Socket:
        node = self.add("ShaderNodeMath", operation="MULTIPLY")
        self.set(node.inputs[0], first)
        self.set(node.inputs[1], second)
        return node.outputs[0]

    def either(self, switch: Socket, off: Any, on: Any) -> Socket:
        """A number that depends on a switch between 0 and 1."""
        node = self.add("ShaderNodeMix", data_type="FLOAT")
        for socket, value in zip((node.inputs[0], node.inputs[2], node.inputs[3]), (switch, off, on), strict=True):
            self.set(socket, value)
        return node.outputs[0]

    def blend(self, switch: Socket, first: Any, second: Any) -> Socket:
        """A colour between two."""
        node = self.add("ShaderNodeMix", data_type="RGBA")
        for socket, value in zip(
            (node.inputs[0], node.inputs[6], node.inputs[7]), (switch, first, second), strict=True
        ):
            self.set(socket, value)
        return node.outputs[2]

    def ends_in(self, surface: Socket, volume: Socket | None = None) -> None:
        output = self.add("ShaderNodeOutputMaterial", Surface=surface)
        if volume is not None:
            self.set(output.inputs["Volume"], volume)
