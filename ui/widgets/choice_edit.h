// SPDX-License-Identifier: GPL-3.0-or-later
// A line that completes over a list of words, each with other spellings, and gives the code of the one chosen.
#pragma once

#include <ui/models/choice.h>

#include <base/result.h>

#include <QLineEdit>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

class QListView;
class QStandardItemModel;

namespace dtp
{

class ChoiceEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit ChoiceEdit(QWidget* parent = nullptr);

    void setChoices(std::vector<Choice> choices);
    // Instead of a fixed list: finds choices for what is typed so far. Why it could not is shown in the list.
    using Finder = std::function<Result<std::vector<Choice>>(const QString& typed)>;
    void setFinder(Finder finder);
    // Offers a last row that makes a new record of what is typed; gives its choice.
    void setMaker(const QString& offer, std::function<std::optional<Choice>(const QString& typed)> maker);

    QString code() const; // empty when nothing is chosen
    void setChoice(const QString& code, const QString& label);
    void settle();           // takes what is typed when it is one of the choices
    QString problem() const; // something is typed that is none of the choices, or the choices cannot be read

Q_SIGNALS:
    void chosen(const QString& code); // by the user
    void refused();                   // Return was pressed on something that is none of the choices

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect textRoom() const;
    bool isCut() const; // the text is longer than the line
    void makeList();
    bool isOpen() const;
    void showMatches(bool all);
    void hideList();
    void pick(int row);
    std::vector<Choice> matching(const QString& typed);
    void addNote(const QString& sentence); // a row that cannot be chosen

    std::vector<Choice> m_choices;
    Finder m_finder;
    QString m_unread; // why there are no choices
    QString m_offer;
    std::function<std::optional<Choice>(const QString&)> m_maker;
    QListView* m_list = nullptr;
    QStandardItemModel* m_model = nullptr;
    std::vector<Choice> m_shown;
    QString m_wanted; // for what these were looked up
    QString m_code;
    QString m_label;
};

} // namespace dtp
