// SPDX-License-Identifier: GPL-3.0-or-later
// Very many records and rows of an import in little memory: packed tightly, in compressed portions.
//
// What is packed says its members once, in a function for both directions:
//   template <class P> void pack(P& p, ImportedSkill& skill) { p(skill.skill, skill.level); }
#pragma once

#include <base/id.h>
#include <base/partial_date.h>
#include <records/record_type.h>

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>
#include <future>
#include <vector>

namespace dtp
{

template <class T>
concept RecordStruct = requires
{
    T::entity;
};

// The defaults of a record's fields: what is like them is not packed.
const QList<QVariant>& defaultFields(Entity entity);

class PackWriter
{
public:
    template <class... T>
    void operator()(T&... values)
    {
        (one(values), ...);
    }
    QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    void number(quint64 value);
    void text(const QString& text);
    void variant(const QVariant& value);

    void one(bool value) { number(value); }
    void one(int value) { one(static_cast<qint64>(value)); }
    void one(qint64 value) { number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63)); }
    void one(const QString& value) { text(value); }
    void one(const PartialDate& value) { text(value.toStorage()); }
    template <class E>
    requires std::is_enum_v<E>
    void one(E value) { number(static_cast<quint64>(value)); }
    template <class R>
    void one(const Id<R>& value)
    {
        one(value.value);
    }
    void one(const QStringList& list) { many(list); }
    template <class T>
    void one(const QSet<T>& set)
    {
        many(set);
    }
    template <class T>
    void one(std::vector<T>& list)
    {
        number(list.size());
        for (T& value : list)
            one(value);
    }
    template <RecordStruct R>
    void one(const R& record)
    {
        one(record.id.value);
        const QList<QVariant>& defaults = defaultFields(R::entity);
        const std::vector<Field>& fields = recordType<R>().fields;
        for (size_t i = 0; i < fields.size(); ++i) {
            const QVariant value = fields[i].get(&record);
            if (value == defaults.at(static_cast<qsizetype>(i)))
                continue;
            number(i + 1);
            variant(value);
        }
        number(0);
    }
    template <class T>
    requires requires(PackWriter& p, T& value) { pack(p, value); }
    void one(T& value) { pack(*this, value); }
    template <class List>
    void many(const List& list)
    {
        number(static_cast<quint64>(list.size()));
        for (const auto& value : list)
            one(value);
    }

    QByteArray m_bytes;
};

class PackReader
{
public:
    explicit PackReader(const QByteArray& bytes) : m_at(bytes.constData()), m_end(m_at + bytes.size()) {}
    template <class... T>
    void operator()(T&... values)
    {
        (one(values), ...);
    }

private:
    quint64 number();
    QString text();
    QVariant variant();

    void one(bool& value) { value = number() != 0; }
    void one(int& value)
    {
        qint64 wide = 0;
        one(wide);
        value = static_cast<int>(wide);
    }
    void one(qint64& value)
    {
        const quint64 folded = number();
        value = static_cast<qint64>(folded >> 1) ^ -static_cast<qint64>(folded & 1);
    }
    void one(QString& value) { value = text(); }
    void one(PartialDate& value) { value = PartialDate::fromStorage(text()).value_or(PartialDate()); }
    template <class E>
    requires std::is_enum_v<E>
    void one(E& value) { value = static_cast<E>(number()); }
    template <class R>
    void one(Id<R>& value)
    {
        one(value.value);
    }
    void one(QStringList& list)
    {
        const quint64 size = number();
        list.clear();
        for (quint64 i = 0; i < size; ++i)
            list.append(text());
    }
    template <class T>
    void one(QSet<T>& set)
    {
        const quint64 size = number();
        for (quint64 i = 0; i < size; ++i) {
            T value{};
            one(value);
            set.insert(value);
        }
    }
    template <class T>
    void one(std::vector<T>& list)
    {
        list.resize(static_cast<size_t>(number()));
        for (T& value : list)
            one(value);
    }
    template <RecordStruct R>
    void one(R& record)
    {
        one(record.id.value);
        const std::vector<Field>& fields = recordType<R>().fields;
        for (quint64 field = number(); field > 0; field = number())
            fields[static_cast<size_t>(field - 1)].set(&record, variant());
    }
    template <class T>
    requires requires(PackReader& p, T& value) { pack(p, value); }
    void one(T& value) { pack(*this, value); }

    const char* m_at;
    const char* m_end;
};

// A long list that is filled once, from one thread, and mostly read from its front to its end.
template <class T>
class PackedList
{
public:
    static constexpr size_t portion = 500; // of them in a block

    static QByteArray packed(std::vector<T>& values)
    {
        PackWriter writer;
        writer(values);
        QByteArray bytes = qCompress(writer.take(), 1); // quickly: names and words shrink to a third all the same
        bytes.squeeze();                                // it was made for the worst case
        return bytes;
    }

    void append(T value)
    {
        m_open.push_back(std::move(value));
        ++m_size;
        if (m_open.size() == portion)
            close();
    }
    // After the last one.
    void close()
    {
        if (m_open.empty())
            return;
        if (m_blocks.size() >= 2)
            m_blocks[m_blocks.size() - 2].wait(); // so that a quick caller does not fill the memory
        m_blocks.push_back(std::async(std::launch::async, [values = std::exchange(m_open, {})]() mutable {
                               // The future keeps the function and what it holds: here they are let go.
                               std::vector<T> own = std::move(values);
                               return packed(own);
                           }).share());
        m_open.reserve(portion);
    }
    // A whole block that was packed elsewhere; all but the last hold portion.
    void appendBlock(QByteArray block, size_t count)
    {
        std::promise<QByteArray> ready;
        ready.set_value(std::move(block));
        m_blocks.push_back(ready.get_future().share());
        m_size += count;
    }

    size_t size() const { return m_size; }
    size_t blocks() const { return m_blocks.size(); }
    // For any thread, once the list is closed.
    std::vector<T> block(size_t index) const
    {
        std::vector<T> values;
        const QByteArray bytes = qUncompress(m_blocks[index].get());
        PackReader reader(bytes);
        reader(values);
        return values;
    }
    // Good until another one is asked for; by one thread at a time.
    const T& at(size_t index) const
    {
        if (const size_t wanted = index / portion; wanted != m_unpacked) {
            m_values = block(wanted);
            m_unpacked = wanted;
        }
        return m_values[index % portion];
    }
    // Each in turn, while the next ones are unpacked on another thread. Stops when visit fails.
    template <class Visit>
    Result<> forEach(const Visit& visit) const
    {
        const auto start = [this](size_t index) {
            return std::async(std::launch::async, [this, index] { return block(index); });
        };
        std::future<std::vector<T>> next;
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            std::vector<T> values = next.valid() ? next.get() : block(i);
            if (i + 1 < m_blocks.size())
                next = start(i + 1);
            for (T& value : values)
                DTP_CHECK(visit(value));
        }
        return {};
    }

private:
    size_t m_size = 0;
    std::vector<T> m_open;
    std::vector<std::shared_future<QByteArray>> m_blocks;
    mutable std::vector<T> m_values;
    mutable size_t m_unpacked = static_cast<size_t>(-1);
};

} // namespace dtp
