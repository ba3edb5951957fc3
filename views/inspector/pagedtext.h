// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/textparts.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Trailglass {

class LongTextEdit;

/// Shows a text of any length in parts (TextParts), with a line to step through them where there is more than
/// one.
/// \thread GUI
class PagedText : public QWidget
{
    Q_OBJECT

public:
    explicit PagedText(QWidget *parent = nullptr);

    /// Shows another text from its beginning.
    /// \param source  null shows nothing; what it refers to lives until the next call
    /// \param bytes   how much is said to be there in all
    void setSource(TextParts::Source source, std::size_t bytes);

    [[nodiscard]] LongTextEdit &edit() { return *m_text; }

    /// With room for the line to step through parts, whether it is there or not: no text makes a pane higher.
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QToolButton *addStep(const QString &name, Qt::ArrowType arrow, const QString &tip);
    void showPart();

    TextParts m_parts;
    LongTextEdit *m_text;
    QWidget *m_line;
    QLabel *m_position;
    QToolButton *m_previous;
    QToolButton *m_next;
    QString m_size;
};

} // namespace Trailglass
