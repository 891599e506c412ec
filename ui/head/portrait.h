// SPDX-License-Identifier: GPL-3.0-or-later
// A round picture of a person, or the initials where there is none.
#pragma once

#include <base/result.h>

#include <QAbstractButton>
#include <QByteArray>
#include <QImage>

namespace dtp
{

class Portrait : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Portrait(int size, QWidget* parent = nullptr);
    void setName(const QString& name);       // for the initials, and the same colour for the same name
    void setPicture(const QByteArray& data); // empty: initials
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_size;
    QString m_initials;
    int m_hue = 0;
    QImage m_picture;
};

// "SD" of "Sok Dara"; the first character of a name without spaces.
QString initialsOf(const QString& name);

// Reads a picture from a file and makes a portrait of it: upright, at most 512 pixels, JPEG. Fails with a sentence
// when the file is no picture or would take much memory.
Result<QByteArray> readPortrait(const QString& path);

} // namespace dtp
