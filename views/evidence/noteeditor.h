// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Trailglass {

/// A plain text of limited length that a reviewer writes, and how much of the limit is used.
///
/// Tab leaves it; Ctrl+Enter is submitted().
/// \thread GUI
class NoteEditor : public QWidget
{
    Q_OBJECT

public:
    /// \param name  of the text, for object names: `note` makes `noteText` and `noteLength`
    /// \param accessibleName  what is written
    NoteEditor(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    /// What is written, for assistive programs, in place of the accessible name before.
    void setTitle(const QString &title);
    /// \param limit  UTF-16 units
    void setLimit(qsizetype limit);
    /// Begins with a text, which nobody has changed yet. Characters that cannot be seen are tokens in it: a text of
    /// somebody else must not reorder what is around it.
    void setText(const QString &text);
    /// Puts another text in place, as if it had been typed.
    void replaceText(const QString &text);
    /// Without the whitespace around it.
    [[nodiscard]] QString text() const;
    /// Whether somebody has typed since setText().
    [[nodiscard]] bool isChanged() const;
    /// More than the limit: it cannot be kept.
    [[nodiscard]] bool isTooLong() const;

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void showLength();

    qsizetype m_limit = 0;
    QString m_begun; ///< as it is shown
    QPlainTextEdit *m_edit;
    QLabel *m_length;
};

} // namespace Trailglass
