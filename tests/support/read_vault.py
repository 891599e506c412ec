#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an encrypted file by what resources/vault-format.md says, and by nothing of the program's own.

read_vault.py FILE PLAIN: the passphrase or recovery code comes from standard input; PLAIN is a plain SQLite file then.
What is in a journal beside the file is brought into it.
"""
import hashlib
import hmac
import os
import struct
import sys

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PAGE = 4096


def derive(key, use, size=32):
    return HKDF(hashes.SHA256(), size, None, use).derive(key)


def newest_head(data):
    """The newer of both heads whose checksum is right, as its 4,096 bytes."""
    found = None
    for page in (data[:PAGE], data[PAGE : 2 * PAGE]):
        whole = page[:8] == b"DTPVAULT" and hashlib.sha256(page[:4032]).digest() == page[4032:4064]
        if whole and (found is None or page[48:56] > found[48:56]):
            found = page
    if found is None:
        sys.exit("no head is whole")
    return found


def master_key(head, secret):
    passes, memory, lanes = struct.unpack(">III", head[56:68])
    wrapping = hash_secret_raw(secret, head[16:32], passes, memory, lanes, 32, Type.ID)
    opener = AESGCM(derive(wrapping, b"dtp slot"))
    for number in range(12):
        slot = head[128 + 256 * number : 384 + 256 * number]
        if slot[0] == 0:
            continue
        try:
            return opener.decrypt(slot[4:16], slot[16:64], head[16:32] + bytes([number, slot[0]]))
        except Exception:  # not by this one
            continue
    sys.exit("no slot opens")


def open_page(opener, page, file_id, number):
    """A page of SQLite's, with zeros where nonce and tag were."""
    if page[4092:] != bytes(4):
        sys.exit("page %d does not end in zeros" % number)
    content = opener.decrypt(page[4064:4076], page[:4064] + page[4076:4092], file_id + struct.pack(">I", number))
    return content + bytes(32)


def main():
    path, plain = sys.argv[1:3]
    secret = sys.stdin.buffer.readline().rstrip(b"\n")
    with open(path, "rb") as file:
        data = file.read()
    head = newest_head(data)
    master = master_key(head, secret)
    code = hmac.new(derive(master, b"dtp header"), head[:4064], "sha256").digest()
    if not hmac.compare_digest(code, head[4064:]):
        sys.exit("the head was written by a stranger")
    file_id = head[32:48]
    opener = AESGCM(derive(master, b"dtp page"))
    with open(plain, "wb") as out:
        for number in range(1, len(data) // PAGE - 1):
            page = data[(number + 1) * PAGE : (number + 2) * PAGE]
            out.write(open_page(opener, page, file_id, number))
    if os.path.exists(path + "-wal") and os.path.getsize(path + "-wal") > 32:
        with open(path + "-wal", "rb") as file:
            log = file.read()
        heads = derive(master, b"dtp journal head", 64)

        def open_head(part, number):
            tweak = struct.pack("<Q", number) + bytes(8)
            return Cipher(algorithms.AES(heads), modes.XTS(tweak)).decryptor().update(part)

        pages = AESGCM(derive(master, b"dtp journal page"))
        with open(plain + "-wal", "wb") as out:
            out.write(open_head(log[:32], 0))
            for number in range(1, (len(log) - 32) // (PAGE + 24) + 1):
                at = 32 + (number - 1) * (PAGE + 24)
                out.write(open_head(log[at : at + 24], number))
                out.write(open_page(pages, log[at + 24 : at + 24 + PAGE], file_id, number))


if __name__ == "__main__":
    main()
