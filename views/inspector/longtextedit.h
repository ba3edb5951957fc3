// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/inspector/displayedtext.h"

#include <QPlainTextEdit>
#include <QStringDecoder>

#include <functional>
#include <string>

class QTimer;

namespace Trailglass {

/// Shows a text of any length, read only, without holding the window up: it comes in portions, one for each
/// turn of the event loop, lines that are too long to be laid out at once are broken for display, and short
/// ones are laid out together where there are very many (DisplayedText). Control and bidi characters show as
/// tokens.
///
/// What is copied is the text itself, without those breaks and tokens.
/// \thread GUI
class LongTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Gives at most about so many bytes more of a UTF-8 text; nothing at its end. May end within a
    /// character.
    using Source = std::function<std::string(std::size_t bytes)>;

    static constexpr std::size_t Portion = 16 * 1024;

    explicit LongTextEdit(QWidget *parent = nullptr);

    /// Shows another text, at most about \a limit bytes of it. What the source refers to lives until the next
    /// call.
    void setSource(Source source, std::size_t limit);
    /// Shows the rest too.
    void showAll();

Q_SIGNALS:
    /// All that was wanted is there.
    /// \param isCut  the text goes on
    void filled(bool isCut);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void fill();
    void append(const std::string &bytes);
    void insert(const QString &displayed);

    Source m_source;
    std::size_t m_wanted = 0;
    std::string m_ahead; ///< read to see whether there is more
    QStringDecoder m_decoder;
    DisplayedText m_displayed;
    QTimer *m_timer;
};

} // namespace Trailglass
