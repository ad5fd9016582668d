"""Quad meshes: subdivision, normals, smoothing, and delta mush (smoothing away the artefacts of skinning)."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp

from generator.figure.geometry.rotations import TINY, Array, IntArray

Matrix: TypeAlias = Any  # a scipy sparse matrix; the stubs cannot follow arithmetic on them

MUSH_ROUNDS = 10
MUSH_STEP = 0.6  # share of the way to the neighbours' mean at each round
QUAD = 4  # corners of a quad
EDGE_FACES = 2  # an edge inside the mesh has two faces


def triangles(quads: IntArray) -> IntArray:
    """Each quad as two triangles."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def normals(vertices: Array, faces: IntArray) -> Array:
    """Unit vertex normals, weighted by face area, for triangles or quads."""
    a, b, c = (vertices[faces[:, i]] for i in (0, 1, 2))
    across = vertices[faces[:, -1]] - b if faces.shape[1] == QUAD else c - a
    face_normals = np.cross(c - a, across) if faces.shape[1] == QUAD else np.cross(b - a, across)
    total = np.stack(
        [
            np.bincount(faces.ravel(), np.repeat(face_normals[:, k], faces.shape[1]), len(vertices))
            for k in range(3)
        ],
        1,
    )
    result: Array = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    return result


def neighbour_mean(faces: IntArray, count: int) -> Matrix:
    """The matrix that takes every vertex to the mean of its neighbours (a lone vertex to nothing)."""
    start, end = faces.ravel(), np.roll(faces, -1, 1).ravel()
    edges: Matrix = sp.csr_matrix((np.ones(len(start)), (start, end)), (count, count))
    linked = ((edges + edges.T) > 0).astype(float)
    degree = np.asarray(linked.sum(1)).ravel()
    degree[degree == 0] = 1
    return (sp.diags(1 / degree) @ linked).tocsr()


def smooth(vertices: Array, mean: Matrix, rounds: int, step: float = MUSH_STEP) -> Array:
    """Move the vertices towards their neighbours' mean, several times."""
    for _ in range(rounds):
        vertices = vertices + step * (mean @ vertices - vertices)
    return vertices


class Subdivision:
    """One Catmull-Clark step: `matrix` takes old vertices (or values at them) to new ones."""

    def __init__(self, quads: IntArray, count: int) -> None:
        edges = np.sort(np.stack([quads, np.roll(quads, -1, 1)], -1).reshape(-1, 2), 1)
        edges, inverse, uses = np.unique(edges, axis=0, return_inverse=True, return_counts=True)
        faces, lines = len(quads), len(edges)
        face_edge = inverse.reshape(faces, 4)
        of_face = np.repeat(np.arange(faces), 4)
        face_point = _matrix(0.25, of_face, quads.ravel(), (faces, count))
        middle = _matrix(0.5, np.repeat(np.arange(lines), 2), edges.ravel(), (lines, count))
        touching = _matrix(1.0, face_edge.ravel(), of_face, (lines, faces))
        border = uses != EDGE_FACES
        edge_point = (
            sp.diags(np.where(border, 1.0, 0.5)) @ middle
            + sp.diags(np.where(border, 0.0, 0.25)) @ touching @ face_point
        )
        at_face = _matrix(1.0, quads.ravel(), of_face, (count, faces))
        at_edge = _matrix(1.0, edges.ravel(), np.repeat(np.arange(lines), 2), (count, lines))
        vertex_point = _vertex_rule(
            at_face, at_edge, face_point, middle, edges[border], np.nonzero(border)[0]
        )
        self.matrix: Matrix = sp.vstack([vertex_point, edge_point, face_point]).tocsr()
        centre = np.arange(faces) + count + lines
        self.quads: IntArray = np.stack(
            [
                np.stack([quads[:, i], face_edge[:, i] + count, centre, face_edge[:, i - 1] + count], 1)
                for i in range(4)
            ],
            1,
        ).reshape(-1, 4)


def _matrix(value: float, row: IntArray, column: IntArray, shape: tuple[int, int]) -> Matrix:
    return sp.csr_matrix((np.full(len(row), value), (row, column)), shape)


def _vertex_rule(
    at_face: Matrix,
    at_edge: Matrix,
    face_point: Matrix,
    middle: Matrix,
    border: IntArray,
    border_id: IntArray,
) -> Matrix:
    """Where the old vertices go: the Catmull-Clark rule inside, the cubic spline rule on the border."""
    count = at_edge.shape[0]
    valence = np.asarray(at_edge.sum(1)).ravel()
    n = np.maximum(valence, 1)
    k = np.maximum(np.asarray(at_face.sum(1)).ravel(), 1)
    inner = (
        sp.diags((n - 3) / n)
        + sp.diags(1 / n / k) @ at_face @ face_point
        + sp.diags(2 / n / n) @ at_edge @ middle
    )
    on_border = np.zeros(count, bool)
    on_border[border.ravel()] = True
    reach = _matrix(1.0, border.ravel(), np.repeat(np.arange(len(border)), 2), (count, len(border)))
    edge_rule = sp.diags(np.full(count, 0.5)) + 0.25 * reach @ middle[border_id]
    return (
        sp.diags((~on_border & (valence > 0)).astype(float)) @ inner
        + sp.diags(on_border.astype(float)) @ edge_rule
        + sp.diags((valence == 0).astype(float))
    )


class DeltaMush:
    """Smooths a skinned mesh and puts the rest shape's detail back, in each vertex's own frame."""

    def __init__(self, rest: Array, faces: IntArray) -> None:
        self._faces = faces
        self._mean = neighbour_mean(faces, len(rest))
        self._first = np.arange(len(rest))
        self._first[faces.ravel()] = np.roll(faces, -1, 1).ravel()
        even = smooth(rest, self._mean, MUSH_ROUNDS)
        self._detail = np.einsum("nji,nj->ni", self._frames(even), rest - even)

    def _frames(self, vertices: Array) -> Array:
        up = normals(vertices, self._faces)
        along = vertices[self._first] - vertices
        along -= up * (along * up).sum(1, keepdims=True)
        along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), TINY)
        return np.stack([along, up, np.cross(along, up)], 2)

    def __call__(self, skinned: Array) -> Array:
        """The smoothed mesh."""
        even = smooth(skinned, self._mean, MUSH_ROUNDS)
        return np.asarray(even + np.einsum("nij,nj->ni", self._frames(even), self._detail))
