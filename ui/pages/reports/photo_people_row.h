// SPDX-License-Identifier: GPL-3.0-or-later
// Below a picture of a report: who can be recognised on it, or that nobody can. What is said decides whether it leaves
// for outsiders.
#pragma once

#include <privacy/photo_people.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <functional>

class QCheckBox;

namespace dtp
{

class PersonPicker;

class PhotoPeopleRow : public QWidget
{
    Q_OBJECT
public:
    PhotoPeopleRow(AppContext& context, const ReportPhoto& photo, const PeopleOnPhoto& on, QWidget* parent = nullptr);

    Id<ReportPhoto> photo() const { return m_photo.id; }
    PersonPicker* picker() const { return m_picker; } // nullptr where nothing can be changed

Q_SIGNALS:
    void failed(const dtp::Error& error);

private:
    void setPeople(const Subjects& people);
    void later(std::function<Result<>()> deed);
    void addReason(QLayout& column, const char* name, const Result<QStringList>& people, const QString& words);
    void addNames(QLayout& row);
    void addEditors(QLayout& row);

    AppContext& m_context;
    ReportPhoto m_photo;
    PeopleOnPhoto m_on;
    PersonPicker* m_picker = nullptr;
};

} // namespace dtp
