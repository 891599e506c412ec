// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/small_cells.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
bool isSmall(int number, int threshold)
{
    return number > 0 && number < threshold;
}

// Whether small numbers that are so many and so much together can only be these: each lies between what the others
// leave at most and at least.
bool isForced(int sum, int numbers, int threshold)
{
    const int lowest = std::max(1, sum - (numbers - 1) * (threshold - 1));
    const int highest = std::min(threshold - 1, sum - (numbers - 1));
    return lowest >= highest;
}

int sumOf(const std::vector<CountItem>& items)
{
    int sum = 0;
    for (const CountItem& item : items)
        sum += item.count;
    return sum;
}

// Who are not among these.
int othersThan(const QSet<qint64>& known, const CountItem& item)
{
    return static_cast<int>(std::count_if(item.people.begin(), item.people.end(),
                                          [&known](Id<Person> person) { return !known.contains(person.value); }));
}

void addNote(CountsBlock& block, const QString& sentence)
{
    block.note += (block.note.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}

void orderByLabel(std::vector<CountItem>& items)
{
    std::stable_sort(items.begin(), items.end(), [](const CountItem& a, const CountItem& b) {
        return QString::localeAwareCompare(a.label, b.label) < 0;
    });
}

// Only these people stay in the block.
void keepOnly(CountsBlock& block, const QSet<qint64>& people, const QString& note)
{
    QSet<qint64> kept;
    for (CountItem& item : block.items) {
        Subjects stay;
        for (const Id<Person> person : item.people) {
            if (!people.contains(person.value))
                continue;
            stay.add(person);
            kept.insert(person.value);
        }
        item.people = std::move(stay);
        item.count = static_cast<int>(item.people.size());
    }
    std::erase_if(block.items, [](const CountItem& item) { return item.count == 0; });
    orderByLabel(block.items); // the order of size is that of all
    block.total = static_cast<int>(kept.size());
    addNote(block, note);
}

// What is taken out of one table.
class SmallCells
{
public:
    SmallCells(CountsBlock& block, int threshold) : m_block(block), m_items(block.items), m_threshold(threshold)
    {
        // Two of a group that is put together could only be one and one.
        if (std::any_of(m_items.begin(), m_items.end(), [](const CountItem& item) { return !item.group.isEmpty(); }))
            m_threshold = std::max(m_threshold, 3);
    }

    int hide();
    int breakNothingDown();

private:
    // Those that go, of which only what they are together may be shown.
    struct Gone {
        int items = 0;
        int second = 0; // of these against subtraction only
        int people = 0;
        bool areFew = true;
    };

    bool isSmall(const CountItem& item) const { return dtp::isSmall(item.count, m_threshold); }
    int smallItems() const;
    void putTogether(const QString& group);
    void putGroupsTogether();
    void take(CountItem& item, Gone& gone) const;
    bool isProtected(const Gone& gone) const;
    const CountItem* smallestShown() const;
    Gone takeEnough(bool canSubtract) const;
    void putGoneTogether(const Gone& gone, bool isSum);

    CountsBlock& m_block;
    std::vector<CountItem>& m_items;
    int m_threshold;
};

int SmallCells::smallItems() const
{
    return static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(), [this](const CountItem& item) { return isSmall(item); }));
}

// With nothing left to show, the total alone says all that may be said.
int SmallCells::breakNothingDown()
{
    const auto hidden = static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(), [](const CountItem& item) { return item.count > 0; }));
    m_items.clear();
    addNote(m_block, QCoreApplication::translate("Disclosure", "Too few people to be broken down."));
    return hidden;
}

// The items of one group become one item.
void SmallCells::putTogether(const QString& group)
{
    CountItem together;
    together.group = group;
    together.label = group;
    const auto isOfGroup = [&group](const CountItem& item) { return item.group == group; };
    for (const CountItem& item : m_items)
        together.count += isOfGroup(item) ? item.count : 0;
    std::erase_if(m_items, isOfGroup);
    m_items.push_back(std::move(together));
}

// Groups with a small number are shown as a whole. Where that is not enough, all are, so that which of them are does
// not tell what is in them.
void SmallCells::putGroupsTogether()
{
    QStringList groups;
    QStringList withSmall;
    for (const CountItem& item : m_items) {
        if (!item.group.isEmpty() && !groups.contains(item.group))
            groups.append(item.group);
        if (!item.group.isEmpty() && isSmall(item) && !withSmall.contains(item.group))
            withSmall.append(item.group);
    }
    for (const QString& group : withSmall)
        putTogether(group);
    const bool isEnough =
        std::none_of(m_items.begin(), m_items.end(), [this](const CountItem& item) { return isSmall(item); });
    if (isEnough)
        return;
    for (const QString& group : groups)
        putTogether(group);
}

void SmallCells::take(CountItem& item, Gone& gone) const
{
    item.atLeastHidden = true;
    ++gone.items;
    gone.people += item.count;
    gone.areFew = gone.areFew && item.count < m_threshold;
}

// Whether every number that has gone stays uncertain for a reader who subtracts what is shown from the total.
bool SmallCells::isProtected(const Gone& gone) const
{
    if (gone.items == 0)
        return true;
    if (gone.items == 1 || gone.people < m_threshold)
        return false;
    return !gone.areFew || !isForced(gone.people, gone.items, m_threshold);
}

const CountItem* SmallCells::smallestShown() const
{
    const CountItem* smallest = nullptr;
    for (const CountItem& item : m_items) {
        if (item.count > 0 && !item.atLeastHidden && (!smallest || item.count < smallest->count))
            smallest = &item;
    }
    return smallest;
}

// canSubtract: what is shown can be taken from the total, so that more has to go.
SmallCells::Gone SmallCells::takeEnough(bool canSubtract) const
{
    Gone gone;
    for (CountItem& item : m_items) {
        if (isSmall(item))
            take(item, gone);
    }
    while (canSubtract && !isProtected(gone)) {
        const CountItem* smallest = smallestShown();
        if (!smallest)
            break;
        // Those of the same size go together: which of them went would tell what is beside it.
        const int count = smallest->count;
        for (CountItem& item : m_items) {
            if (item.atLeastHidden || item.count != count)
                continue;
            take(item, gone);
            ++gone.second;
        }
    }
    return gone;
}

// isSum: what they are together is a number of people.
void SmallCells::putGoneTogether(const Gone& gone, bool isSum)
{
    std::erase_if(m_items, [](const CountItem& item) { return item.atLeastHidden; });
    // Nor does the place of what was put together tell its size.
    orderByLabel(m_items);
    if (gone.items == 0)
        return;
    CountItem others;
    others.label = QCoreApplication::translate("Disclosure", "All others");
    if (isSum) {
        others.count = gone.people;
    } else {
        others.atLeastHidden = true;
        others.hiddenAs = gone.areFew
                              ? QCoreApplication::translate("Disclosure", "fewer than %1 each").arg(m_threshold)
                              : QCoreApplication::translate("Disclosure", "not shown");
    }
    m_items.push_back(std::move(others));
}

int SmallCells::hide()
{
    if (sumOf(m_items) == 0)
        return 0;
    // Of so few, no table could be shown but one in which all are of one kind; then its absence would tell as well.
    if (m_block.total < 2 * m_threshold)
        return breakNothingDown();
    const int smallBefore = smallItems();
    if (smallBefore == 0)
        return 0;
    // Where one person is counted under several items, sums are no numbers of people: nothing can be put together, and
    // nothing can be found by subtraction.
    const bool onePersonOneItem = sumOf(m_items) <= m_block.total;
    if (onePersonOneItem)
        putGroupsTogether();
    const Gone gone = takeEnough(onePersonOneItem);
    if (onePersonOneItem && gone.items > 0 && !smallestShown())
        return breakNothingDown();
    putGoneTogether(gone, onePersonOneItem);
    addNote(
        m_block,
        QCoreApplication::translate("Disclosure", "Numbers below %1 are put together or not shown.").arg(m_threshold));
    return smallBefore + gone.second;
}

const CountItem* itemCalled(const QString& label, const CountsBlock& block)
{
    const auto found = std::find_if(block.items.begin(), block.items.end(),
                                    [&label](const CountItem& item) { return item.label == label; });
    return found == block.items.end() ? nullptr : &*found;
}

QSet<qint64> peopleOf(const CountItem& item)
{
    QSet<qint64> people;
    for (const Id<Person> person : item.people)
        people.insert(person.value);
    return people;
}

// Those who are in one and not in the other. Where it is not known who they are, the numbers alone differ.
CountItem between(const CountItem& item, const CountItem* other)
{
    if (!other)
        return item;
    CountItem rest;
    if (item.people.isEmpty() || other->people.isEmpty()) {
        rest.count = std::max(0, item.count - other->count);
        return rest;
    }
    const QSet<qint64> known = peopleOf(*other);
    for (const Id<Person> person : item.people) {
        if (!known.contains(person.value))
            rest.people.add(person);
    }
    rest.count = static_cast<int>(rest.people.size());
    return rest;
}

QString onlyNamed()
{
    return QCoreApplication::translate("Disclosure", "Only those who are named are counted here.");
}

// Of whom a table is made, as a reader sees them who knows all that are named.
struct Parts {
    QSet<qint64> known;
    QSet<qint64> others;
    bool areListed = true; // all that are known
    bool isSafe = true;    // no item has few of the others
};

Parts partsOf(const CountsBlock& block, int threshold, const QSet<qint64>& named, const QSet<qint64>* listed)
{
    Parts parts;
    for (const CountItem& item : block.items) {
        int others = 0;
        int unlisted = 0;
        for (const Id<Person> person : item.people) {
            const bool isListed = listed && listed->contains(person.value);
            const bool isKnown = isListed || named.contains(person.value);
            (isKnown ? parts.known : parts.others).insert(person.value);
            others += isKnown ? 0 : 1;
            unlisted += isListed ? 0 : 1;
            parts.areListed = parts.areListed && (isListed || !isKnown);
        }
        parts.isSafe = parts.isSafe && !isSmall(others, threshold) && !(listed && isSmall(unlisted, threshold));
    }
    return parts;
}
} // namespace

int hideSmallCells(CountsBlock& block, int threshold)
{
    return SmallCells(block, threshold).hide();
}

int protectCounts(CountsBlock& block, int threshold, const QSet<qint64>& named, const QSet<qint64>* listed)
{
    const Parts parts = partsOf(block, threshold, named, listed);
    const bool areFewKnown = parts.known.size() < 2 * threshold;
    const bool areFewOthers = parts.others.size() < 2 * threshold;
    if (parts.known.isEmpty())
        return hideSmallCells(block, threshold);
    if (parts.others.isEmpty())
        return parts.areListed ? 0 : hideSmallCells(block, threshold);
    if (areFewKnown && !areFewOthers) {
        keepOnly(block, parts.others,
                 QCoreApplication::translate("Disclosure", "Those who are named are not counted here."));
    } else if (listed && (areFewOthers || !parts.isSafe)) {
        // What the list tells as well needs no hiding.
        keepOnly(block, *listed, onlyNamed());
        return 0;
    } else if (areFewKnown) {
        return SmallCells(block, threshold).breakNothingDown();
    } else if (areFewOthers || !parts.isSafe) {
        keepOnly(block, parts.known, onlyNamed());
    }
    return hideSmallCells(block, threshold);
}

bool tellTogether(const CountsBlock& one, const CountsBlock& other, int threshold, const QSet<qint64>& named)
{
    if (one.column != other.column)
        return false;
    bool isSame = true;
    bool isComparable = !one.column.isEmpty();
    bool isTelling = false;
    const auto isFew = [&](const CountItem& item) {
        return isSmall(item.count, threshold) || isSmall(othersThan(named, item), threshold);
    };
    const auto compare = [&](const CountsBlock& from, const CountsBlock& with) {
        for (const CountItem& item : from.items) {
            const CountItem* same = itemCalled(item.label, with);
            const CountItem rest = between(item, same);
            isSame = isSame && rest.count == 0;
            isComparable = isComparable || same;
            isTelling = isTelling || isFew(item) || isFew(rest);
        }
    };
    compare(one, other);
    compare(other, one);
    return isComparable && !isSame && isTelling;
}

} // namespace dtp
