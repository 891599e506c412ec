// SPDX-License-Identifier: GPL-3.0-or-later
// The primitives against published answers.
#include <support/catch.h>
#include <vault/cipher.h>

using namespace dtp::vault;

namespace
{
QByteArray hex(const char* text)
{
    return QByteArray::fromHex(text);
}

QByteArray bytesOf(const SecretBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size())};
}

SecretBytes secretOf(const QByteArray& bytes)
{
    SecretBytes secret(static_cast<std::size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), secret.data());
    return secret;
}

unsigned char* at(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}
} // namespace

TEST_CASE("Argon2id gives what its authors' own test expects", "[vault]")
{
    // From the reference implementation's src/test.c: 64 MiB, two passes, one lane.
    const SecretBytes key = deriveFromPassphrase(secretOf("password"), "somesalt", Cost{2, 65536, 1});
    CHECK(bytesOf(key) == hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
}

TEST_CASE("HKDF without salt gives what RFC 5869 expects", "[vault]")
{
    // Test case 3: neither salt nor info.
    const SecretBytes from = secretOf(QByteArray(22, '\x0b'));
    CHECK(bytesOf(deriveKey(from, "", 42)) == hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d"
                                                  "201395faa4b61a96c8"));
}

TEST_CASE("AES-256-GCM gives what its authors expect, and notices each change", "[vault]")
{
    // McGrew and Viega, The Galois/Counter Mode of Operation, test case 16.
    const QByteArray key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const QByteArray nonce = hex("cafebabefacedbaddecaf888");
    const QByteArray about = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const QByteArray plain =
        hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e"
            "2449a6b525b16aedf5aa0de657ba637b39");
    QByteArray bytes = plain;
    QByteArray tag(16, '\0');
    AuthenticatedCipher cipher(secretOf(key));
    REQUIRE(cipher.seal(at(bytes), 60, reinterpret_cast<const unsigned char*>(nonce.data()), about, at(tag)));
    CHECK(bytes ==
          hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5"
              "f61e6393ba7a0abcc9f662"));
    CHECK(tag == hex("76fc6ece0f4e1768cddf8853bb2d551b"));
    const auto opens = [&](QByteArray sealed, const QByteArray& with, const QByteArray& of) {
        const bool isWhole = cipher.open(at(sealed), 60, reinterpret_cast<const unsigned char*>(nonce.data()), of,
                                         reinterpret_cast<const unsigned char*>(with.data()));
        CHECK(sealed == (isWhole ? plain : QByteArray(60, '\0')));
        return isWhole;
    };
    CHECK(opens(bytes, tag, about));
    for (int bit = 0; bit < 60 * 8; ++bit) {
        QByteArray changed = bytes;
        changed[bit / 8] = static_cast<char>(changed.at(bit / 8) ^ (1 << (bit % 8)));
        CHECK_FALSE(opens(changed, tag, about));
    }
    CHECK_FALSE(opens(bytes, QByteArray(16, 'x'), about));
    CHECK_FALSE(opens(bytes, tag, "another place"));
}

TEST_CASE("AES-256-XTS gives what IEEE 1619 expects, and its parts too", "[vault]")
{
    // IEEE Std 1619-2007, vector 10: data unit 0xff.
    const QByteArray key = hex("2718281828459045235360287471352662497757247093699959574966967627"
                               "3141592653589793238462643383279502884197169399375105820974944592");
    QByteArray bytes(512, '\0');
    for (int i = 0; i < 512; ++i)
        bytes[i] = static_cast<char>(i);
    const QByteArray plain = bytes;
    SectorCipher cipher(secretOf(key));
    REQUIRE(cipher.encrypt(at(bytes), 512, 0xff));
    CHECK(bytes.left(32) == hex("1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b"));
    REQUIRE(cipher.decrypt(at(bytes), 512, 0xff));
    CHECK(bytes == plain);
    QByteArray head = plain.left(24); // of a frame: not a multiple of a block
    REQUIRE(cipher.encrypt(at(head), 24, 7));
    CHECK(head != plain.left(24));
    REQUIRE(cipher.decrypt(at(head), 24, 7));
    CHECK(head == plain.left(24));
}
