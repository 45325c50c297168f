"""Checks Kyphoscreen's receipts and exports of its log, after docs/receipt-format.md alone.

python3 verify_receipt.py --key 'NAME+ID+KEY' FILE...    (Python 3.9 or later, nothing else)

Prints `FILE: holds` or `FILE: does not hold: REASON` for each file.
Exit code: 0 when all hold, 1 when one does not, 2 when something could not be checked at all.
"""
import argparse
import base64
import hashlib
import json
import re
import sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)
LARGEST = 2**53 - 1  # the largest whole number that canonical JSON writes exactly
EXPORT_BEGINS = b'{"format":"kyphoscreen-log-1"}\n'


class Refused(Exception):
    """Why a file does not hold, in words that repeat nothing of what the file says."""


def need(holds, reason):
    if not holds:
        raise Refused(reason)


def sha256(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


# Ed25519 after RFC 8032, cofactorless: [s]B - [h]A, encoded, must be the signature's R to the byte,
# which also refuses an R written in any but its canonical way. Points are (X, Y, Z, T).
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def decoded_point(data):
    y, odd = int.from_bytes(data, 'little') & (2**255 - 1), data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_ONE % P
    if y >= P or x * x % P != square or (x == 0 and odd):
        return None
    x = x if x & 1 == odd else P - x
    return x, y, 1, x * y % P


def encoded_point(p):
    inverse = pow(p[2], -1, P)
    return (p[1] * inverse % P | (p[0] * inverse % P & 1) << 255).to_bytes(32, 'little')


BASE = decoded_point((4 * pow(5, -1, P) % P).to_bytes(32, 'little'))


def signed_by(key, message, signature):
    x, y, z, t = decoded_point(key)
    s = int.from_bytes(signature[32:], 'little')
    if s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % L
    minus_key = (-x, y, z, -t)
    chosen = (None, BASE, minus_key, add(BASE, minus_key))
    total = NEUTRAL
    for bit in range(252, -1, -1):
        total = add(total, total)
        term = chosen[(s >> bit & 1) + 2 * (h >> bit & 1)]
        total = add(total, term) if term else total
    return encoded_point(total) == signature[:32]


def from_base64(text, reason):
    try:
        data = base64.b64decode(text, validate=True)
    except (TypeError, ValueError):
        raise Refused(reason) from None
    need(base64.b64encode(data).decode() == text, reason)
    return data


def from_hex(text, least, most, reason):
    shape = r'(?:[0-9a-f]{2}){%d,%s}' % (least, most)
    need(isinstance(text, str) and re.fullmatch(shape, text), reason)
    return bytes.fromhex(text)


def unique(members):
    need(len(dict(members)) == len(members), 'a JSON object names a member twice')
    return dict(members)


def no_number(_):
    raise ValueError


def parsed(data, what):
    """Strict JSON: UTF-8 without a byte order mark or a lone surrogate, no member twice, no NaN."""
    try:
        value = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=no_number)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise Refused(f'{what} is not strict JSON in UTF-8') from None
    return value


def canonical_line(line, what):
    """RFC 8785 for what a line may hold: names in ASCII and whole numbers; others are refused."""
    value = parsed(line, what)
    text = json.dumps(value, ensure_ascii=False, separators=(',', ':'), sort_keys=True)
    need(text.encode() + b'\n' == line, f'{what} is not one line of canonical JSON')
    return value


def members(value, names, what):
    need(isinstance(value, dict) and set(value) == set(names.split()), f'{what} has other members')
    return [value[name] for name in names.split()]


def whole(value, least, what):
    need(type(value) is int and least <= value <= LARGEST, f'{what} is not a whole number in range')
    return value.to_bytes(8, 'big')


class Key:
    """The log's public key, and the checkpoints it was already seen to have signed."""

    def __init__(self, text):
        shape = re.fullmatch(r'([^\s+\ufeff]+)\+([0-9a-f]{8})\+(\S+)', text)
        need(shape, 'the key is not NAME+ID+KEY')
        self.name, number, key = shape.groups()
        data = from_base64(key, 'the key is not base64')
        need(len(data) == 33 and data[0] == 1, 'the key is not an Ed25519 key')
        self.id, self.point, self.checkpoints = bytes.fromhex(number), data[1:], {}
        need(sha256(self.name.encode(), b'\n', data)[:4] == self.id, "the key's ID is another's")
        need(decoded_point(self.point), 'the key is no point of the curve')

    def checkpoint(self, text):
        """The size and the root that the signed note commits to."""
        need(isinstance(text, str), 'the checkpoint is not a text')
        if text not in self.checkpoints:
            self.checkpoints[text] = self.opened(text)
        return self.checkpoints[text]

    def opened(self, text):
        lines = text.split('\n')
        need(len(lines) == 6 and lines[3] == lines[5] == '', 'the checkpoint has other lines')
        starts = f'\u2014 {self.name} '
        need(lines[0] == self.name and lines[4].startswith(starts), "the checkpoint is another log's")
        need(re.fullmatch('[1-9][0-9]{0,15}', lines[1]), "the checkpoint's size is not a number")
        need(int(lines[1]) <= LARGEST, "the checkpoint's size is out of range")
        root = from_base64(lines[2], "the checkpoint's root is not base64")
        need(len(root) == 32, "the checkpoint's root is not 32 bytes")
        signed = from_base64(lines[4][len(starts):], "the checkpoint's signature is not base64")
        need(len(signed) == 68 and signed[:4] == self.id, "the checkpoint's signature is another's")
        message = '\n'.join(lines[:3]).encode() + b'\n'
        need(signed_by(self.point, message, signed[4:]), "the checkpoint's signature is wrong")
        return int(lines[1]), root


def entry_hash(sequence, at, previous, event):
    return sha256(b'kyphoscreen audit entry 1\x00', whole(sequence, 1, 'sequence'),
                  whole(at, 0, 'at'), from_hex(previous, 32, 32, 'previous is not a hash'), event)


def check_event(text, sealed, in_export):
    """The event's bytes, once its sealed details are those it names; an export may lack some."""
    data = from_base64(text, 'the event is not base64')
    event = parsed(data, 'the event')
    need(isinstance(event, dict) and 'sealed' in event, 'the event is not an object that can seal')
    if in_export and event['sealed'] is None:
        need(sealed is None, 'details are given that the event does not seal')
        return data
    salt, details = members(sealed, 'salt details', 'sealed')
    salt = from_hex(salt, 16, '', 'the salt is not hex of 16 bytes or more')
    seal = from_hex(event['sealed'], 32, 32, "the event's seal is not a hash")
    if not (in_export and details is None):
        details = from_base64(details, 'the details are not base64')
        need(sha256(salt, details) == seal, 'the details are not those the event seals')
        parsed(details, 'the details')
    return data


def check_receipt(value, key):
    form, entry, sealed, proof, note = members(
        value, 'format entry sealed proof checkpoint', 'the receipt')
    need(form == 'kyphoscreen-receipt-1', 'the format is another')
    sequence, at, previous, event = members(entry, 'sequence at previous bytes', 'the entry')
    leaf = entry_hash(sequence, at, previous, check_event(event, sealed, False))
    need(sequence > 1 or previous == '00' * 32, 'the first entry names one before it')
    size, root = key.checkpoint(note)
    need(size >= sequence, 'the checkpoint is older than the entry')
    need(isinstance(proof, list), 'the proof is not a list')
    r, fn, sn = sha256(b'\x00', leaf), sequence - 1, size - 1
    for text in proof:
        p = from_hex(text, 32, 32, 'the proof is not a list of hashes')
        need(sn > 0, 'the proof is too long')
        if fn & 1 or fn == sn:
            r = sha256(b'\x01', p, r)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha256(b'\x01', r, p)
        fn, sn = fn >> 1, sn >> 1
    need(sn == 0 and r == root, "the proof does not lead to the checkpoint's root")


def check_export(lines, key):
    """Goes line by line and keeps only the roots of the full subtrees, largest first."""
    count, before, roots, note = 0, '00' * 32, [], None
    for line in lines:
        need(note is None, 'something follows the checkpoint')
        value = canonical_line(line, f'what follows entry {count}')
        if isinstance(value, dict) and set(value) == {'checkpoint'}:
            note = value['checkpoint']
            continue
        sequence, at, previous, event, sealed = members(
            value, 'sequence at previous bytes sealed', f'what follows entry {count}')
        leaf = entry_hash(sequence, at, previous, check_event(event, sealed, True))
        need(sequence == count + 1, f'what follows entry {count} is not the next entry')
        need(previous == before, f'what follows entry {count} does not name its hash')
        count, before, node = sequence, leaf.hex(), sha256(b'\x00', leaf)
        for _ in range((count & -count).bit_length() - 1):
            node = sha256(b'\x01', roots.pop(), node)
        roots.append(node)
    need(note is not None, 'the export ends before its checkpoint')
    size, root = key.checkpoint(note)
    need(size == count, 'the checkpoint is of another number of entries')
    total = roots.pop()
    while roots:
        total = sha256(b'\x01', roots.pop(), total)
    need(total == root, "the checkpoint's root is of other entries")


def check_file(file, key):
    first = file.readline()
    if first == EXPORT_BEGINS:
        return check_export(file, key)
    value = canonical_line(first, 'the receipt')
    need(file.read(1) == b'', 'something follows the receipt')
    return check_receipt(value, key)


def verdict(name, key):
    try:
        with open(name, 'rb') as file:
            check_file(file, key)
    except Refused as refused:
        return 1, f'does not hold: {refused}'
    except (OSError, MemoryError):
        return 2, 'could not be read'
    return 0, 'holds'


def main():
    asked = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    asked.add_argument('--key', required=True, metavar='NAME+ID+KEY')
    asked.add_argument('files', nargs='+', metavar='FILE')
    options = asked.parse_args()
    try:
        key = Key(options.key)
    except (Refused, UnicodeError) as refused:
        asked.error(str(refused) if isinstance(refused, Refused) else 'the key is not UTF-8')
    worst = 0
    for name in options.files:
        code, words = verdict(name, key)
        worst = max(worst, code)
        shown = ''.join(c if c.isprintable() else ascii(c)[1:-1] for c in name)
        (sys.stderr if code == 2 else sys.stdout).write(f'{shown}: {words}\n')
    return worst


if __name__ == '__main__':
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors='backslashreplace')
    sys.exit(main())
