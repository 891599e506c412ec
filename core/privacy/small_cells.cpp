// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/small_cells.h>

#include <storage/store.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int usualSmallCell = 5;
constexpr int leastSmallCell = 2; // below it nothing would be hidden
constexpr int greatestSmallCell = 1000;

QString smallCellKey()
{
    return QStringLiteral("smallCell");
}

bool isSmall(const CountItem& item, int threshold)
{
    return item.count > 0 && item.count < threshold;
}

int sumOf(const std::vector<CountItem>& items)
{
    int sum = 0;
    for (const CountItem& item : items)
        sum += item.count;
    return sum;
}

// The small items of one group become one item at the place of the first. A single small item has nothing to hide
// among.
void putTogether(std::vector<CountItem>& items, const QString& group, int threshold)
{
    std::vector<size_t> small;
    bool hasLarge = false;
    for (size_t i = 0; i < items.size(); ++i) {
        if (items[i].group != group || items[i].count == 0)
            continue;
        if (isSmall(items[i], threshold))
            small.push_back(i);
        else
            hasLarge = true;
    }
    if (small.size() < 2)
        return;
    CountItem together;
    together.group = group;
    together.label = hasLarge ? QCoreApplication::translate("Disclosure", "%1, others").arg(group) : group;
    for (const size_t i : small)
        together.count += items[i].count;
    items[small.front()] = std::move(together);
    for (size_t k = small.size(); k-- > 1;)
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(small[k]));
}

void hide(CountItem& item, const QString& words)
{
    item.atLeastHidden = true;
    item.hiddenAs = words;
}

// Whether every hidden number stays uncertain for a reader who subtracts what is shown from the total. When all hidden
// ones are known to be below the threshold, each lies between what the others leave at most and at least.
bool isProtected(int hidden, int hiddenSum, bool allKnownSmall, int threshold)
{
    if (hidden == 0)
        return true;
    if (hidden == 1 || hiddenSum < threshold)
        return false;
    if (!allKnownSmall)
        return true;
    const int lowest = std::max(1, hiddenSum - (hidden - 1) * (threshold - 1));
    const int highest = std::min(threshold - 1, hiddenSum - (hidden - 1));
    return lowest < highest;
}

const CountItem* smallestShown(const std::vector<CountItem>& items)
{
    const CountItem* smallest = nullptr;
    for (const CountItem& item : items) {
        if (item.count > 0 && !item.atLeastHidden && (!smallest || item.count < smallest->count))
            smallest = &item;
    }
    return smallest;
}

void putGroupsTogether(std::vector<CountItem>& items, int threshold)
{
    QStringList groups;
    for (const CountItem& item : items) {
        if (!item.group.isEmpty() && !groups.contains(item.group))
            groups.append(item.group);
    }
    for (const QString& group : groups)
        putTogether(items, group, threshold);
}

struct Hidden {
    int all = 0;
    int second = 0; // of these against subtraction only
    int sum = 0;
};

// canSubtract: what is shown can be taken from the total, so that more has to be hidden.
Hidden hideEnough(std::vector<CountItem>& items, int threshold, bool canSubtract)
{
    Hidden hidden;
    const QString fewer = QCoreApplication::translate("Disclosure", "fewer than %1").arg(threshold);
    for (CountItem& item : items) {
        if (isSmall(item, threshold)) {
            hide(item, fewer);
            ++hidden.all;
            hidden.sum += item.count;
        }
    }
    while (canSubtract && !isProtected(hidden.all, hidden.sum, hidden.second == 0, threshold)) {
        const CountItem* smallest = smallestShown(items);
        if (!smallest)
            break;
        // Those of the same size go together: which of them went would tell what is beside it.
        const int count = smallest->count;
        for (CountItem& item : items) {
            if (item.atLeastHidden || item.count != count)
                continue;
            hide(item, {});
            ++hidden.all;
            ++hidden.second;
            hidden.sum += count;
        }
    }
    return hidden;
}

void addNote(CountsBlock& block, const QString& sentence)
{
    block.note += (block.note.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}
} // namespace

int smallCellOf(const Store& store)
{
    bool isNumber = false;
    const int kept = store.setting(smallCellKey()).toInt(&isNumber);
    return isNumber && kept >= 1 ? std::min(kept, greatestSmallCell) : usualSmallCell;
}

Result<> setSmallCell(Store& store, const QString& typed)
{
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (!isNumber || number < leastSmallCell || number > greatestSmallCell)
        return fail(QCoreApplication::translate("Disclosure", "“%1” is not a number from %2 to %3.")
                        .arg(typed.trimmed())
                        .arg(leastSmallCell)
                        .arg(greatestSmallCell));
    return store.setSetting(smallCellKey(), QString::number(number));
}

bool keepListed(CountsBlock& block, const QSet<qint64>& listed, int threshold)
{
    const auto isListed = [&listed](Id<Person> person) { return listed.contains(person.value); };
    const auto othersOf = [&](const CountItem& item) {
        return item.people.size() - std::count_if(item.people.begin(), item.people.end(), isListed);
    };
    const bool isSafe = std::none_of(block.items.begin(), block.items.end(), [&](const CountItem& item) {
        const auto others = othersOf(item);
        return others > 0 && others < threshold;
    });
    if (isSafe)
        return false;
    QSet<qint64> kept;
    for (CountItem& item : block.items) {
        Subjects stay;
        for (const Id<Person> person : item.people) {
            if (!isListed(person))
                continue;
            stay.add(person);
            kept.insert(person.value);
        }
        item.people = std::move(stay);
        item.count = static_cast<int>(item.people.size());
    }
    std::erase_if(block.items, [](const CountItem& item) { return item.count == 0; });
    std::stable_sort(block.items.begin(), block.items.end(),
                     [](const CountItem& a, const CountItem& b) { return a.count > b.count; });
    block.total = static_cast<int>(kept.size());
    addNote(block, QCoreApplication::translate("Disclosure", "Only those who are named are counted here."));
    return true;
}

int hideSmallCells(CountsBlock& block, int threshold)
{
    std::vector<CountItem>& items = block.items;
    const auto small = [threshold](const CountItem& item) { return isSmall(item, threshold); };
    const auto smallBefore = static_cast<int>(std::count_if(items.begin(), items.end(), small));
    if (smallBefore == 0)
        return 0;

    // Where one person is counted under several items, sums are no numbers of people: nothing can be put together, and
    // nothing can be found by subtraction.
    const bool onePersonOneItem = sumOf(items) <= block.total;
    if (onePersonOneItem)
        putGroupsTogether(items, threshold);
    const Hidden hidden = hideEnough(items, threshold, onePersonOneItem);
    if (onePersonOneItem && hidden.all > 0 && !smallestShown(items)) {
        // With nothing left to show, the total alone says all that may be said.
        items.clear();
        addNote(block, QCoreApplication::translate("Disclosure", "Too few people to be broken down."));
        return smallBefore;
    }
    // In the order of size the hidden ones would stand where their numbers are.
    if (hidden.all > 0)
        std::stable_sort(items.begin(), items.end(), [](const CountItem& a, const CountItem& b) {
            return QString::localeAwareCompare(a.label, b.label) < 0;
        });
    for (CountItem& item : items) {
        if (item.atLeastHidden) {
            item.count = 0; // a writer that forgets to look cannot show it
            if (hidden.second > 0)
                item.hiddenAs = QCoreApplication::translate("Disclosure", "not shown");
        }
    }
    addNote(
        block,
        QCoreApplication::translate("Disclosure", "Numbers below %1 are put together or not shown.").arg(threshold));
    return smallBefore + hidden.second;
}

} // namespace dtp
