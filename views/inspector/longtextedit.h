// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/inspector/displayedtext.h"

#include <QPlainTextEdit>
#include <QStringDecoder>

#include <optional>
#include <string>

class QTimer;

namespace Trailglass {

/// Shows a text of some hundred kilobytes, read only, without holding the window up: it comes in portions, one
/// for each turn of the event loop, lines that are too long to be laid out at once are broken for display, and
/// short ones are laid out together where there are very many (DisplayedText). Control and bidi characters show
/// as tokens.
///
/// What is copied is the text itself, without those breaks and tokens.
/// \thread GUI
class LongTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr std::size_t Portion = 16 * 1024;

    explicit LongTextEdit(QWidget *parent = nullptr);

    /// Shows another text from its beginning.
    /// \param text  UTF-8
    void setText(std::string text);
    /// Scrolls as far down as another text was, when that much of this one is there: to its end if it is shorter, and
    /// nowhere if the user has scrolled until then.
    /// \param place  a value of the vertical scroll bar
    void scrollTo(int place);
    /// Whether more of the text is still to come.
    [[nodiscard]] bool isLayingOut() const { return m_position < m_whole.size(); }

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void fill();
    void insert(const QString &displayed);
    void goOnScrolling();

    std::string m_whole;
    std::size_t m_position = 0; ///< up to here it is laid out
    QStringDecoder m_decoder;
    DisplayedText m_displayed;
    std::optional<int> m_place; ///< that is scrolled to when it is there
    QTimer *m_timer;
};

} // namespace Trailglass
