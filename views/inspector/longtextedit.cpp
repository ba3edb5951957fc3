// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/longtextedit.h"

#include <QFontDatabase>
#include <QMimeData>
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
    m_displayed = {};
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
    if (m_ahead.empty())
        insert(m_displayed.finish());
    Q_EMIT filled(!m_ahead.empty());
}

void LongTextEdit::append(const std::string &bytes)
{
    const QString text = m_decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    insert(m_displayed.append(text));
}

void LongTextEdit::insert(const QString &displayed)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(displayed);
}

QMimeData *LongTextEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const QString displayed = cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    auto *copied = new QMimeData;
    copied->setText(m_displayed.source(displayed, cursor.selectionStart()));
    return copied;
}

} // namespace Trailglass
