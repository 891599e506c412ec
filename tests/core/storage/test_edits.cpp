// SPDX-License-Identifier: GPL-3.0-or-later
// Random edits: undone, the file holds what it held; redone, again what it held then.
#include <base/text.h>
#include <records/programs.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/rounds.h>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{

class Editor
{
public:
    Editor(Store& store, unsigned seed) : m_store(store), m_random(seed) {}

    // One random change; false when it changed nothing.
    bool edit()
    {
        const auto done = m_store.change(QStringLiteral("Edit"), [&](ChangeWriter& w) -> Result<> {
            const int deeds = 1 + below(3);
            for (int i = 0; i < deeds; ++i)
                DTP_CHECK(deed(w));
            return {};
        });
        REQUIRE_OK(done);
        return *done != 0;
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

    qint64 any(Entity entity)
    {
        const auto ids = m_store.ids(entity).value();
        return ids.empty() ? 0 : ids[static_cast<size_t>(below(static_cast<int>(ids.size())))];
    }

    Result<> deed(ChangeWriter& w)
    {
        static const std::vector<Entity> kinds = {Entity::Person,       Entity::Organisation,   Entity::Affiliation,
                                                  Entity::ContactPoint, Entity::PersonIssue,    Entity::Network,
                                                  Entity::Membership,   Entity::ProgramEdition, Entity::Participation,
                                                  Entity::Workshop,     Entity::Invitation,     Entity::Task,
                                                  Entity::Image};
        const Entity entity = kinds[static_cast<size_t>(below(static_cast<int>(kinds.size())))];
        const int what = below(10);
        if (what < 5)
            return add(w, entity);
        const qint64 id = any(entity);
        if (id == 0)
            return {};
        if (what < 8) {
            RecordValues values = m_store.get(entity, id).value();
            fill(values);
            return w.update(values);
        }
        return w.remove(entity, id);
    }

    Result<> add(ChangeWriter& w, Entity entity)
    {
        RecordValues values(entity);
        for (size_t i = 0; i < recordType(entity).fields.size(); ++i) {
            const Field& field = recordType(entity).fields[i];
            if (field.kind == FieldKind::Reference && field.isRequired) {
                const qint64 id = any(field.reference);
                if (id == 0)
                    return {};
                values.fields[static_cast<qsizetype>(i)] = id;
            }
        }
        fill(values);
        return w.insert(values);
    }

    void fill(RecordValues& values)
    {
        const RecordType& type = recordType(values.entity);
        for (size_t i = 0; i < type.fields.size(); ++i) {
            const Field& field = type.fields[i];
            const bool name = values.entity == Entity::Person && field.kind == FieldKind::Text && i < 3;
            QVariant& value = values.fields[static_cast<qsizetype>(i)];
            if (below(3) != 0 && !((field.isRequired || name) && value.toString().isEmpty()))
                continue;
            switch (field.kind) {
            case FieldKind::Text:
            case FieldKind::LongText:
            case FieldKind::Vocabulary:
                value = QString(QStringLiteral("wörd %1 '\";").arg(below(1000)) + QChar(0x1780 + below(30)));
                break;
            case FieldKind::Integer:
                value = below(4) == 0 ? QVariant() : QVariant(qint64(below(100)));
                break;
            case FieldKind::Flag:
                value = qint64(below(2));
                break;
            case FieldKind::PartialDate:
                value = PartialDate(1990 + below(30), below(13), 0, below(5) == 0).toStorage();
                break;
            case FieldKind::Blob:
                value = QByteArray(1 + below(5000), static_cast<char>(below(256)));
                break;
            case FieldKind::Reference:
                if (!field.isRequired)
                    value = below(3) == 0 ? QVariant()
                                          : (any(field.reference) ? QVariant(any(field.reference)) : QVariant());
                break;
            default:
                break;
            }
        }
    }

    Store& m_store;
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("500 random edits undone give back the content before, redone the content after",
          "[storage][undo][property]")
{
    const unsigned seed = GENERATE(range(1u, 1u + static_cast<unsigned>(rounds(3, 1))));
    FreshStore file;
    const QString empty = contentOf(*file);
    Editor editor(*file, seed);
    std::vector<QString> states{empty};
    int edits = 0;
    while (edits < 500) {
        if (!editor.edit())
            continue;
        ++edits;
        if (edits % 50 == 0)
            states.push_back(contentOf(*file));
    }
    CHECK(file->check().value() == QStringList());
    for (int undone = 0; undone < 500; ++undone) {
        if (undone % 50 == 0)
            REQUIRE(contentOf(*file) == states[static_cast<size_t>((500 - undone) / 50)]);
        if (undone == 250)
            file.reopen();
        REQUIRE_OK(file->undo());
    }
    REQUIRE(contentOf(*file) == empty);
    CHECK(file->check().value() == QStringList());
    for (int redone = 1; redone <= 500; ++redone) {
        REQUIRE_OK(file->redo());
        if (redone % 50 == 0)
            REQUIRE(contentOf(*file) == states[static_cast<size_t>(redone / 50)]);
    }
    CHECK(file->check().value() == QStringList());
}
