// SPDX-License-Identifier: GPL-3.0-or-later
#include "header.h"

#include "raw_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimeZone>
#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace dtp::vault
{

namespace
{
// Numbers have their most significant byte first, as in SQLite's own header.
constexpr quint32 version = 1;
constexpr qsizetype versionAt = 8;
constexpr qsizetype pageSizeAt = 12;
constexpr qsizetype vaultIdAt = 16;
constexpr qsizetype fileIdAt = 32;
constexpr qsizetype generationAt = 48;
constexpr qsizetype passesAt = 56;
constexpr qsizetype memoryAt = 60;
constexpr qsizetype lanesAt = 64;
constexpr qsizetype slotsAt = 128;
constexpr qsizetype slotSize = 256;
constexpr qsizetype digestAt = 4032; // SHA-256 of what is before: that this copy was written to its end
constexpr qsizetype codeAt = 4064;   // HMAC-SHA-256 of what is before: that who wrote it had the key
constexpr qsizetype idSize = 16;

// Within a slot.
constexpr qsizetype nonceAt = 4;
constexpr qsizetype wrappedAt = 16;
constexpr qsizetype wrappedTagAt = 48;
constexpr qsizetype labelNonceAt = 64;
constexpr qsizetype labelAt = 76; // seconds since 1970 in 8 bytes, and the name in UTF-8, filled up with zeros
constexpr qsizetype nameSize = 96;
constexpr qsizetype labelSize = 8 + nameSize;
constexpr qsizetype labelTagAt = labelAt + labelSize;

// What a file may ask of the machine that opens it; a hostile one would ask for more.
constexpr quint32 mostPasses = 64;
constexpr quint32 leastMemory = 8;
constexpr quint32 mostMemory = 1024 * 1024; // KiB

struct Vault {
    Q_DECLARE_TR_FUNCTIONS(Vault)
};

template <class Number>
void put(QByteArray& bytes, qsizetype at, Number number)
{
    qToBigEndian(number, bytes.data() + at);
}

template <class Number>
Number get(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<Number>(bytes.constData() + at);
}

QByteArray packed(const Header& header)
{
    QByteArray page(pageSize, '\0');
    std::memcpy(page.data(), headMagic, 8);
    put(page, versionAt, version);
    put(page, pageSizeAt, quint32{pageSize});
    std::memcpy(page.data() + vaultIdAt, header.vaultId.constData(), idSize);
    std::memcpy(page.data() + fileIdAt, header.fileId.constData(), idSize);
    put(page, generationAt, header.generation);
    put(page, passesAt, static_cast<quint32>(header.cost.passes));
    put(page, memoryAt, static_cast<quint32>(header.cost.memory));
    put(page, lanesAt, static_cast<quint32>(header.cost.lanes));
    for (int number = 0; number < slotCount; ++number)
        std::memcpy(page.data() + slotsAt + number * slotSize,
                    header.slots.at(static_cast<std::size_t>(number)).constData(), slotSize);
    const QByteArray digest = sha256(page.left(digestAt));
    std::memcpy(page.data() + digestAt, digest.constData(), 32);
    return page;
}

std::optional<Header> unpacked(const QByteArray& page)
{
    if (page.size() != pageSize || !page.startsWith(headMagic) || get<quint32>(page, versionAt) != version ||
        get<quint32>(page, pageSizeAt) != pageSize || sha256(page.left(digestAt)) != page.mid(digestAt, 32))
        return std::nullopt;
    const auto passes = get<quint32>(page, passesAt);
    const auto memory = get<quint32>(page, memoryAt);
    if (passes < 1 || passes > mostPasses || memory < leastMemory || memory > mostMemory ||
        get<quint32>(page, lanesAt) != 1)
        return std::nullopt;
    Header header;
    header.vaultId = page.mid(vaultIdAt, idSize);
    header.fileId = page.mid(fileIdAt, idSize);
    header.generation = get<quint64>(page, generationAt);
    header.cost = {static_cast<int>(passes), static_cast<int>(memory), 1};
    for (int number = 0; number < slotCount; ++number)
        header.slots.at(static_cast<std::size_t>(number)) = page.mid(slotsAt + number * slotSize, slotSize);
    return header;
}

unsigned char* at(QByteArray& bytes, qsizetype place)
{
    return reinterpret_cast<unsigned char*>(bytes.data() + place);
}

const unsigned char* at(const QByteArray& bytes, qsizetype place)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData() + place);
}

// What a sealed part of a slot is tied to: the vault, the slot and its kind.
QByteArray aboutSlot(const Header& header, int number, char kind)
{
    return header.vaultId + static_cast<char>(number) + kind;
}

QByteArray codeOf(const QByteArray& page, const SecretBytes& master)
{
    return hmacSha256(deriveKey(master, "dtp header"), page.left(codeAt));
}
} // namespace

std::optional<Header> newerHeader(const QByteArray& both)
{
    const auto first = unpacked(both.left(pageSize));
    const auto second = unpacked(both.mid(pageSize));
    if (!first || (second && second->generation > first->generation))
        return second;
    return first;
}

std::optional<Header> readHeader(const QString& path)
{
    return newerHeader(RawFile(path, false).read(0, headerSize));
}

Result<> writeHeader(const QString& path, const Header& header, const SecretBytes& master)
{
    RawFile file(path, true);
    QByteArray page = packed(header);
    std::memcpy(page.data() + codeAt, codeOf(page, master).constData(), 32);
    // A damaged or older copy first, so that a whole one is there at any moment.
    const auto first = unpacked(file.read(0, pageSize));
    const auto second = unpacked(file.read(pageSize, pageSize));
    const bool isFirstBest = first && (!second || second->generation < first->generation);
    for (const int place : {isFirstBest ? pageSize : 0, isFirstBest ? 0 : pageSize}) {
        if (!file.write(place, page) || !file.sync())
            return fail(Vault::tr("%1 could not be written to: is the disk full, or may it only be read?")
                            .arg(QFileInfo(path).fileName()),
                        QStringLiteral("vault header"));
    }
    return {};
}

bool isAuthentic(const QByteArray& both, const Header& header, const SecretBytes& master)
{
    for (const QByteArray& page : {both.left(pageSize), both.mid(pageSize)}) {
        const auto copy = unpacked(page);
        if (copy && copy->generation == header.generation && isSame(codeOf(page, master), page.mid(codeAt)))
            return true;
    }
    return false;
}

QByteArray sealSlot(const Header& header, int number, SlotKind kind, const QString& label, const QDateTime& added,
                    const SecretBytes& wrapping, const SecretBytes& master)
{
    QByteArray slot(slotSize, '\0');
    slot[0] = static_cast<char>(kind);
    const QByteArray about = aboutSlot(header, number, slot.at(0));
    std::memcpy(at(slot, wrappedAt), master.data(), keySize);
    fillWithRandom(at(slot, nonceAt), nonceSize);
    AuthenticatedCipher(deriveKey(wrapping, "dtp slot"))
        .seal(at(slot, wrappedAt), keySize, at(slot, nonceAt), about, at(slot, wrappedTagAt));
    put(slot, labelAt, static_cast<qint64>(added.toSecsSinceEpoch()));
    QByteArray name = label.toUtf8();
    for (QString shorter = label; name.size() > nameSize; name = shorter.toUtf8())
        shorter.chop(1);
    std::memcpy(slot.data() + labelAt + 8, name.constData(), static_cast<std::size_t>(name.size()));
    fillWithRandom(at(slot, labelNonceAt), nonceSize);
    AuthenticatedCipher(deriveKey(master, "dtp slot name"))
        .seal(at(slot, labelAt), labelSize, at(slot, labelNonceAt), about, at(slot, labelTagAt));
    return slot;
}

SecretBytes openSlot(const Header& header, int number, const SecretBytes& wrapping)
{
    const QByteArray& slot = header.slots.at(static_cast<std::size_t>(number));
    SecretBytes master(keySize);
    std::memcpy(master.data(), at(slot, wrappedAt), keySize);
    const bool isOpen = AuthenticatedCipher(deriveKey(wrapping, "dtp slot"))
                            .open(master.data(), keySize, at(slot, nonceAt), aboutSlot(header, number, slot.at(0)),
                                  at(slot, wrappedTagAt));
    return isOpen ? std::move(master) : SecretBytes();
}

bool isFree(const Header& header, int number)
{
    return header.slots.at(static_cast<std::size_t>(number)).at(0) == static_cast<char>(SlotKind::Free);
}

std::optional<Slot> describeSlot(const Header& header, int number, const SecretBytes& master)
{
    if (isFree(header, number))
        return std::nullopt;
    const QByteArray& slot = header.slots.at(static_cast<std::size_t>(number));
    QByteArray label = slot.mid(labelAt, labelSize);
    const bool isReadable = AuthenticatedCipher(deriveKey(master, "dtp slot name"))
                                .open(at(label, 0), labelSize, at(slot, labelNonceAt),
                                      aboutSlot(header, number, slot.at(0)), at(slot, labelTagAt));
    Slot described;
    described.number = number + 1;
    described.kind = static_cast<SlotKind>(slot.at(0));
    if (isReadable) {
        described.added = QDateTime::fromSecsSinceEpoch(get<qint64>(label, 0), QTimeZone::utc());
        described.name = QString::fromUtf8(label.mid(8, label.indexOf('\0', 8) < 0 ? -1 : label.indexOf('\0', 8) - 8));
    }
    return described;
}

} // namespace dtp::vault
