// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace Trailglass {

/// Colours JSON at the beginning of a document; what follows MaxHighlighted stays plain, since a
/// colour costs more than the text.
/// \thread GUI
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// Characters from the start of the document.
    static constexpr int MaxHighlighted = 512 * 1024;

    JsonHighlighter(QTextDocument *document, const QPalette &palette);

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// \returns the position after the string, or the end of a line that ends inside it
    qsizetype highlightString(const QString &text, qsizetype start, bool begins);

    QPalette m_palette;
};

} // namespace Trailglass
