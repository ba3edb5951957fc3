#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Verifies an evidence bundle of Trailglass without Trailglass. docs/evidence.md has the formats, and what may be concluded.

    python3 verify_evidence.py BUNDLE.zip [--key FILE.pem | --key NAME+ID+KEY]

Needs Python 3.9 or later with its standard library alone, and for signatures the command openssl, 3.0 or later.
Exit code 0: verified. 1: not verified, with the reasons. 2: it could not be checked."""
import base64, datetime, functools, hashlib, heapq, io, itertools, json, pathlib, re, struct, subprocess, sys, tempfile, zipfile, zlib

MIB, OPTIONAL = 1 << 20, ["report.html", "report.pdf"]
RECORDS = ["quarantine.ndjson", "marks.ndjson", "review.ndjson", "history.ndjson"]
SIZES = {"manifest.json": 4 * MIB, "checkpoint.txt": 1 << 16, "key.pem": 1 << 14, "SHA256SUMS": 1 << 14, "SHA256SUMS.sig": 1 << 14,
         "README.txt": 4 * MIB, "coverage.json": 64 * MIB,  # the largest that a member may be, in bytes
         **dict.fromkeys(["events.ndjson", "events.csv", "proofs.ndjson", *RECORDS, *OPTIONAL], 1 << 36)}
LINES = {"events.ndjson": 64 * MIB, "proofs.ndjson": 24 * MIB, **dict.fromkeys(RECORDS, 5 * MIB)}  # likewise of a line
NUMBER, HASH = rb"(0|[1-9][0-9]{0,17})", rb"([0-9a-f]{64})"
EVENT = re.compile(rb'\{"leaf":%b,"received":-?%b,"created":-?%b,"replaces":(?:null|%b),"hash":"%b"(?:,"raw":"([A-Za-z0-9+/]+=*)")?\}\n'
                   % (NUMBER, NUMBER, NUMBER, NUMBER, HASH))
RECORD = re.compile(rb'\{"leaf":%b,"record":(\{.*\})\}\n' % NUMBER)
NODE = re.compile(rb'\{"level":%b,"number":%b,"hash":"%b"\}\n' % (NUMBER, NUMBER, HASH))
PEM = re.compile(rb"\s*-----BEGIN PUBLIC KEY-----\s+MCowBQYDK2VwAyEA([A-Za-z0-9+/]{43}=)\s+-----END PUBLIC KEY-----\s*")  # of Ed25519

class Refused(Exception): pass  # why a bundle is not verified: a kind and a sentence
def need(condition, kind, sentence):
    if not condition: raise Refused(kind, sentence)
def sha256(data): return hashlib.sha256(data).digest()
def leaf_hash(*fields):  # RFC 9162 2.1.1, over the fields as netstrings
    return sha256(b"\0" + b"".join(b"%d:%b," % (len(field), field) for field in fields))
def put(leaves, most, number, digest):
    need(len(leaves) < most, "member_size", "There are more leaves than fit into so few bytes: the bundle was made to take all memory.")
    leaves.append(int(number).to_bytes(8, "big") + digest)
def root_of(parts):  # RFC 9162 2.1.1: size and root of a tree, put together from left to right from parts of 2^level leaves
    size, tree = 0, []  # the parts that it consists of: their levels fall
    for first, level, digest in parts:
        need(first == size and level < 62, "proof", f"Of leaf {size} there is no hash, or more than one: an event is missing or was added.")
        size += 1 << level
        while tree and tree[-1][0] == level:
            level, digest = level + 1, sha256(b"\1" + tree.pop()[1] + digest)
        tree.append((level, digest))
    return size, functools.reduce(lambda right, left: sha256(b"\1" + left[1] + right), tree[-2::-1], tree[-1][1]) if tree else sha256(b"")
def is_signed(key, message, signature):
    pem = b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA%b\n-----END PUBLIC KEY-----\n" % base64.b64encode(key)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("key", pem), ("text", message), ("sig", signature)): pathlib.Path(folder, name).write_bytes(content)
        result = subprocess.run("openssl pkeyutl -verify -pubin -inkey key -rawin -in text -sigfile sig".split(), cwd=folder, capture_output=True)
    if result.returncode and len(signature) == 64 and b"Verification Failure" not in result.stdout:
        raise OSError(f"openssl could not check a signature. It must be 3.0 or later. It said: {result.stderr!r}")
    return result.returncode == 0

def open_archive(file):  # members must follow one another from the first byte on, and then the directory: else programs find different ones
    size = file.seek(0, 2)
    file.seek(max(0, size - 98))
    tail = file.read().rjust(98, b"\0")  # the last record of the file, and before it, if there, those with numbers of 64 bits
    is_64 = tail[:4] == b"PK\6\6" and tail[56:60] == b"PK\6\7"
    *counts, length, start = struct.unpack_from("<4Q" if is_64 else "<2H2L", tail, 24 if is_64 else 84)
    need(tail[76:84] == b"PK\5\6\0\0\0\0" and tail[96:] == b"\0\0" and length <= MIB, "archive", "The file does not end with a ZIP directory: it is cut, or no bundle.")
    archive, seen, place, stray = zipfile.ZipFile(file), set(), 0, "The file has bytes of no member: other programs may find other files in it."
    large = max([size, *(member.file_size for member in archive.infolist())]) >= 1 << 31  # then there may be numbers of 64 bits
    for member in archive.infolist():
        name, packed, unpacked = member.orig_filename, member.compress_size, member.file_size
        need(not re.search(r"[/\\:]|\.\.", name), "member_name", f"The archive has a member {name!r}, a path. Do not unpack it.")
        need(name not in seen, "member_twice", f"The archive has two members {name!r}: programs would read different ones.")
        need(name in SIZES, "member_unknown", f"The archive has a member {name!r}, which no bundle has.")
        need(unpacked <= min(SIZES[name], 64 * MIB + 250 * packed), "member_size", f"{name} would unpack to {unpacked} bytes.")
        is_plain = member.compress_type in (0, 8) and not member.flag_bits & ~0x806 and member.external_attr >> 28 != 0xA  # a link
        need(is_plain, "member_unreadable", f"{name} is encrypted, a link, or packed in a way that no bundle is.")
        need(member.header_offset == place == file.seek(place), "archive", stray)
        header, stated, numbers = file.read(30 + len(name)), member.FileHeader(large), slice(6, 18) if large else slice(28)  # without sizes
        need(header[numbers] + header[30:] == stated[numbers] + name.encode(), "member_unreadable", f"{name} has a header that contradicts the directory.")
        need(large or header[28:30] == b"\0\0", "archive", stray)
        place += len(header) + sum(header[28:29]) + packed  # with its extra field
        seen.add(name)
    need(SIZES.keys() - seen <= {*OPTIONAL}, "member_missing", f"Missing: {', '.join(sorted(SIZES.keys() - seen - {*OPTIONAL}))}.")
    file.seek(size - 40 - len(name))  # the lengths of the last one, which zipfile does not compare
    is_whole = start == place and counts == [len(seen)] * 2 and (large or file.read(6) == struct.pack("<3H", len(name), 0, 0))
    need(is_whole and 0 <= size - place - sum(46 + len(name) for name in seen) - 22 <= large * 1024, "archive", stray)
    return archive, seen

def lines(archive, name, sums):
    digest, left, most = hashlib.sha256(), archive.getinfo(name).file_size, LINES.get(name, MIB)
    with archive.open(name) as member, io.BufferedReader(member, MIB) as reader:
        while line := reader.readline(most + 1):
            need(len(line) <= most or name not in LINES, "member_unreadable", f"{name} has a line that is longer than any of a bundle.")
            digest.update(line)
            left -= len(line)
            yield line
    need(left == 0, "member_unreadable", f"{name} is shorter than the directory states.")
    sums[name] = digest.hexdigest()
def micros(text):  # since 1970, exactly
    time = datetime.datetime.fromisoformat(re.fullmatch(r"(\d+-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})Z", text)[1]) - datetime.datetime(1970, 1, 1)
    return b"%d" % ((time.days * 86400 + time.seconds) * 1000000 + time.microseconds)
def read_event(number, line, proof):  # its name for people, and a list: empty if it fits, else with its hash, or b"" where that fits
    head, _, raw = line.partition(b',"raw":')
    plain = head.replace(rb"\\", b"").replace(rb'\"', b"").split(b'"', 1000)  # every second one is between strings
    try:
        need(len(plain) <= 1000 and sum(map(len, plain[::2])) <= 4096, "event_line", f"Line {number} of events.ndjson has too many values.")
        event = json.loads((head + raw[-2:].rstrip(b"\n")).decode(), parse_constant=int)  # which refuses NaN
        fields = [b"trailglass.event.1", *(event[name].encode() for name in ("source", "vendor", "id")), *map(micros, (event["created"], event["received"]))]
        stored = base64.b64decode(proof[6]) if proof[6] else raw[:-2]  # with line breaks, which events.ndjson cannot have
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("event_line", f"Line {number} of events.ndjson is no event.")
    fields += [stored if stored.translate(None, b"\r\n") == raw[:-2] else raw[:-2]] + ([proof[4]] if proof[4] else [])
    same = (digest := leaf_hash(*fields)).hex().encode() == proof[5]
    fits = same and b',"received":%b,"created":%b,' % (fields[5], fields[4]) in proof[0]
    return f"Event {number} (source {event['source']!r}, id {event['id']!r})", [] if fits else [b"" if same else digest]
def check_events(events, proofs, leaves, most):  # gives the number of events, and the first line of proofs.ndjson that is of none
    added, missing, number, wrong, name, rest = 0, 0, 0, [], "the last one", [b""]
    def stated():
        for line in proofs:
            if not (match := EVENT.fullmatch(line)): return rest.append(line)
            put(leaves, most, match[1], bytes.fromhex(match[5].decode()))
            yield match
    for number, (line, proof) in enumerate(itertools.zip_longest(events, stated()), 1):
        added, missing = added + (proof is None), missing + (line is None)
        if line and proof:
            this, different = read_event(number, line, proof)
            name = this if different and not wrong else name
            wrong += different
    need(not added, "event_added", f"events.ndjson has more events than proofs.ndjson, by {added}. The first that does not fit: {name}.")
    need(not missing, "event_missing", f"events.ndjson has fewer events than proofs.ndjson, by {missing}. The first that does not fit: {name}.")
    need({*wrong}.isdisjoint(leaf[8:] for leaf in leaves), "event_order", f"{name} is not where proofs.ndjson has it: the order was changed.")
    need(not wrong, "event_changed", f"{name} was changed: it does not have the hash that proofs.ndjson states.")
    return number, rest[-1]

def check_content(archive, sums, manifest, origin, size, root):
    try:
        stated, leaves, rest, proofs = json.loads(manifest.decode(), parse_constant=int), [], [], lines(archive, "proofs.ndjson", sums)
        tree, events = stated["tree"], stated["events"]["count"]
        same = (tree["origin"], tree["size"], tree["root"]) == (origin, size, root.hex())
        need(stated["format"] == "trailglass.evidence.1", "manifest", "manifest.json has a format that this script does not know.")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("manifest", "manifest.json is not the manifest of a bundle.")
    need(same, "checkpoint_tree", f"checkpoint.txt is of a tree of {size} leaves, manifest.json of another one: one was exchanged.")
    most = (MIB + sum(archive.getinfo(name).compress_size for name in ["proofs.ndjson", *RECORDS])) // 4  # leaves: a line takes more bytes
    count, line = check_events(lines(archive, "events.ndjson", sums), proofs, leaves, most)
    need(count == events, "manifest", f"manifest.json states {events!r} events, events.ndjson has {count}.")
    for name in RECORDS:
        for number, text in enumerate(lines(archive, name, sums), 1):
            need(record := RECORD.fullmatch(text), "record", f"Line {number} of {name} is not a record.")
            put(leaves, most, record[1], leaf_hash(b"trailglass.record.1", record[2]))
    def nodes(line):
        while node := NODE.fullmatch(line):
            yield int(node[2]) << (level := min(int(node[1]), 62)), level, bytes.fromhex(node[3].decode())
            line = next(proofs, b"")
        rest.append(line)
    shown = ((int.from_bytes(leaf[:8], "big"), 0, leaf[8:]) for leaf in sorted(leaves))
    found = root_of(heapq.merge(shown, itertools.islice(nodes(line), 128 * len(leaves) + 128)))  # more hashes than any proof of these needs
    is_end = rest == [b'{"size":%d}\n' % size] and next(proofs, None) is None
    need(is_end and found == (size, root), "proof", "Events and proofs do not lead to the size and the root in the checkpoint.")
    return f"VERIFIED: {count} events are as they were in the tree of {size} leaves, {origin!r}, that was signed"

def read_checkpoint(note, key):  # C2SP signed-note and tlog-checkpoint
    text, _, signatures = note.rpartition(b"\n\n")
    head = re.match(rb"(\S+)\n%b\n([A-Za-z0-9+/]{43}=)(\n|$)" % NUMBER, text)
    found = re.findall(rb"\xe2\x80\x94 (\S+) ([A-Za-z0-9+/]{91}=)\n", signatures) if head and signatures.count(b"\n") <= 16 else []
    right = [is_signed(key, text + b"\n", base64.b64decode(value)[4:]) for name, value in found
             if (name, base64.b64decode(value)[:4]) == (head[1], sha256(name + b"\n\1" + key)[:4])]
    need(right and all(right), "checkpoint", "checkpoint.txt is not signed by the key in key.pem, was changed, or is not a checkpoint.")
    return head[1].decode("utf-8", "replace"), int(head[2]), base64.b64decode(head[3])
def verify(path, given, problems):
    (archive, seen), sums, verdict = open_archive(open(path, "rb")), {}, ""
    manifest, note, pem, listed, signature = (archive.read(name) for name in [*SIZES][:5])
    need(match := PEM.fullmatch(pem), "key", "key.pem is not a public key for Ed25519.")
    key = base64.b64decode(match[1])
    need(given in (None, key), "other_key", "The bundle is signed by another key than the one that you gave.")
    checkpoint = read_checkpoint(note, key)
    try:
        verdict = check_content(archive, sums, manifest, *checkpoint)
    except Refused as refused: problems.append(refused.args)
    stated = {name: digest for digest, name in re.findall("([0-9a-f]{64})  (.+)\n", listed.decode("ascii", "replace"))}
    need(stated.keys() == seen - {"SHA256SUMS", "SHA256SUMS.sig"}, "checksums", "SHA256SUMS does not list every other file of the bundle.")
    for name in stated:
        for _ in () if name in sums else lines(archive, name, sums): pass
        need(sums[name] == stated[name], "checksum", f"{name} was changed: it does not have the hash in SHA256SUMS.")
    need(is_signed(key, listed, signature), "signature", "SHA256SUMS was changed, or is not signed by the key in key.pem.")
    whose = "It is the one that you gave." if given else "Whose it is, is UNKNOWN: anybody can make one. Compare it with one that you have from elsewhere."
    return (f"{verdict} by the key MCowBQYDK2VwAyEA{match[1].decode()}. {whose}\nThe tree binds source, vendor, id, both times and raw of each "
            "event. All else (other fields, events.csv, counts, coverage, reports) is only what the owner of the key signed.")

def main(path, option="--key", key=None):
    problems = []
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        given = key and (re.fullmatch(r"[^+]+\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})", key) or PEM.fullmatch(pathlib.Path(key).read_bytes()))
        if key and not given: raise ValueError(f"{key!r} is not a public key for Ed25519. Give NAME+ID+KEY, or a PEM file.")
        verdict = verify(path, given and base64.b64decode(given[1])[-32:], problems)
    except Refused as refused: problems.append(refused.args)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, KeyError, RuntimeError, UnicodeDecodeError) as error:
        problems.append(("member_unreadable", f"The archive cannot be read: {error}."))
    except (OSError, ValueError) as error:
        print(f"It could not be checked: {error}", file=sys.stderr)
        return 2
    print("\n".join(f"NOT VERIFIED ({kind}): {sentence}" for kind, sentence in problems) or verdict)
    return 1 if problems else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (2, 4) and sys.argv[2:3] in ([], ["--key"]) else print(__doc__, file=sys.stderr) or 2)
