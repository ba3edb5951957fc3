// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/longtextedit.h"

#include <QFontDatabase>
#include <QMimeData>
#include <QScrollBar>
#include <QTimer>

#include <string_view>
#include <utility>

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

void LongTextEdit::setText(std::string text)
{
    m_timer->stop();
    m_place.reset();
    clear();
    m_whole = std::move(text);
    m_position = 0;
    m_decoder = QStringDecoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    m_displayed = {};
    m_timer->start();
    fill();
}

void LongTextEdit::fill()
{
    const std::string_view portion = std::string_view(m_whole).substr(m_position, Portion);
    m_position += portion.size();
    const QString text = m_decoder(QByteArrayView(portion.data(), static_cast<qsizetype>(portion.size())));
    insert(m_displayed.append(text));
    if (!isLayingOut()) {
        m_timer->stop();
        insert(m_displayed.finish());
    }
    goOnScrolling();
}

void LongTextEdit::scrollTo(int place)
{
    m_place = place;
    goOnScrolling();
}

void LongTextEdit::goOnScrolling()
{
    QScrollBar *bar = verticalScrollBar();
    if (!m_place || (isLayingOut() && bar->maximum() < *m_place))
        return;
    const int place = *std::exchange(m_place, std::nullopt);
    if (bar->value() == 0) // else the user reads on by now
        bar->setValue(place);
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

#include "moc_longtextedit.cpp"
