// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/longtextedit.h"

#include "models/core/text.h"

#include <QFontDatabase>
#include <QMimeData>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace Trailglass {

LongTextEdit::LongTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_decoder(QStringDecoder::Utf8)
    , m_timer(new QTimer(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &LongTextEdit::fill);
}

void LongTextEdit::setSource(Source source, std::size_t limit)
{
    m_timer->stop();
    clear();
    m_source = std::move(source);
    m_wanted = limit;
    m_ahead.clear();
    m_decoder = QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    m_lineLength = 0;
    m_line = 0;
    m_softBreaks.clear();
    m_timer->start();
    fill();
}

void LongTextEdit::showAll()
{
    m_wanted = std::numeric_limits<std::size_t>::max();
    m_timer->start();
}

void LongTextEdit::fill()
{
    std::string portion = std::exchange(m_ahead, {});
    if (portion.empty() && m_source)
        portion = m_source(Portion);
    m_wanted -= std::min(m_wanted, portion.size());
    append(portion);
    if (!portion.empty() && m_wanted > 0)
        return;
    m_timer->stop();
    if (!portion.empty())
        m_ahead = m_source(Portion);
    Q_EMIT filled(!m_ahead.empty());
}

void LongTextEdit::append(const std::string &bytes)
{
    const QString text = m_decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(broken(text));
}

QString LongTextEdit::broken(const QString &text)
{
    QString lines;
    lines.reserve(text.size() + text.size() / LongestLine + 16);
    // Line breaks and tabs are part of the layout here; everything else that cannot be seen becomes a token.
    for (qsizetype start = 0; start < text.size();) {
        const auto *stop = std::find_if(text.begin() + start, text.end(),
                                        [](QChar unit) { return unit == u'\n' || unit == u'\t'; });
        const qsizetype end = stop - text.begin();
        QString piece = visibleText(text.sliced(start, end - start));
        for (qsizetype room = LongestLine - m_lineLength; piece.size() > room;
             room = LongestLine - m_lineLength) {
            const bool splitsPair = room > 0 && piece[room - 1].isHighSurrogate();
            const qsizetype fits = splitsPair ? room - 1 : room;
            lines += QStringView(piece).first(fits);
            lines += u'\n';
            piece.remove(0, fits);
            m_softBreaks.push_back(m_line++);
            m_lineLength = 0;
        }
        lines += piece;
        m_lineLength += piece.size();
        if (end < text.size()) {
            lines += text[end];
            m_lineLength = text[end] == u'\n' ? 0 : m_lineLength + 1;
            m_line += text[end] == u'\n' ? 1 : 0;
        }
        start = end + 1;
    }
    return lines;
}

QMimeData *LongTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid();
         block = block.next()) {
        const int from = std::max(cursor.selectionStart() - block.position(), 0);
        const int to = std::min(cursor.selectionEnd() - block.position(), block.length() - 1);
        text += block.text().mid(from, to - from);
        if (block == last)
            break;
        if (!std::ranges::binary_search(m_softBreaks, block.blockNumber()))
            text += u'\n';
    }
    auto *copied = new QMimeData;
    copied->setText(text);
    return copied;
}

} // namespace Trailglass
