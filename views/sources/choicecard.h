// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/icons.h"

#include <QAbstractButton>

class QLabel;

namespace Trailglass {

/// A big button with a sign, a title and a sentence: one of a few ways on. Space and Return press it.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    /// \param title, sentence  shown as plain text; the title is also the accessible name
    ChoiceCard(Glyph glyph, const QString &title, const QString &sentence, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintSign();

    Glyph m_glyph;
    QLabel *m_icon;
    QLabel *m_sentence;
};

} // namespace Trailglass
