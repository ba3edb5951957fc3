// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Trailglass {

class ElidedButton;

/// What stands where there is nothing to show: a sign, a title, a sentence, suggestions, and up to two ways on.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Texts are shown as plain text; empty captions hide their button.
    void show(Glyph glyph, const QString &title, const QString &text, const QString &action = {},
              const QString &secondAction = {});
    [[nodiscard]] QString title() const;

    static constexpr int MaxSuggestions = 6;
    /// Sentences to click, one below the other, until the next show(); those past MaxSuggestions are left out.
    void setSuggestions(const QStringList &sentences);

Q_SIGNALS:
    void acted();
    void actedSecond();
    /// \param number  in the list of setSuggestions()
    void suggestionChosen(int number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintGlyph();

    Glyph m_glyph = Glyph::Information;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_suggestionList;
    QList<ElidedButton *> m_suggestions; ///< more than are shown
    QPushButton *m_action;
    QPushButton *m_secondAction;
};

} // namespace Trailglass
