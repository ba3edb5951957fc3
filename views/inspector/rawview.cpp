// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/rawview.h"

#include "models/table/jsonlayout.h"
#include "views/inspector/jsonhighlighter.h"
#include "views/inspector/longtextedit.h"
#include "views/inspector/pagedtext.h"

#include <QCheckBox>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

TextParts::Source indented(const std::shared_ptr<const std::string> &raw)
{
    return [raw, layout = JsonLayout(*raw)](std::size_t bytes) mutable {
        return layout.next(bytes);
    };
}

TextParts::Source asReceived(const std::shared_ptr<const std::string> &raw)
{
    return [raw, position = std::size_t{0}](std::size_t bytes) mutable {
        std::string portion = raw->substr(position, bytes);
        position += portion.size();
        return portion;
    };
}

} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_indented(new QCheckBox(tr("F&ormat JSON"), this))
    , m_text(new PagedText(this))
    , m_highlighter(new JsonHighlighter(m_text->edit().document(), palette()))
{
    m_indented->setObjectName("rawIndented"_L1);
    m_indented->setChecked(true);
    m_indented->setToolTip(tr("Shows the JSON indented, one value per line, instead of as received"));
    m_text->edit().setObjectName("rawText"_L1);
    m_text->edit().setAccessibleName(tr("JSON as text"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_indented);
    layout->addWidget(m_text);
    connect(m_indented, &QCheckBox::toggled, this, &RawView::read);
    connect(m_indented, &QCheckBox::toggled, this, &RawView::choiceChanged);
}

/// So that one can step through events, also shorter ones, and watch a value.
void RawView::keepPlace()
{
    const QScrollBar *bar = m_text->edit().verticalScrollBar();
    const bool isShort = bar->value() == bar->maximum() && bar->value() < m_scrolled;
    if (m_raw && !m_text->edit().isLayingOut() && !isShort)
        m_scrolled = bar->value();
}

void RawView::setDocument(std::shared_ptr<const std::string> raw)
{
    keepPlace();
    m_raw = std::move(raw);
    read();
    m_text->edit().scrollTo(m_scrolled);
}

bool RawView::isFormatted() const
{
    return m_indented->isChecked();
}

void RawView::setFormatted(bool isFormatted)
{
    m_indented->setChecked(isFormatted);
}

void RawView::read()
{
    if (m_raw)
        m_text->setSource(m_indented->isChecked() ? indented(m_raw) : asReceived(m_raw), m_raw->size());
    else
        m_text->setSource({}, 0);
}

void RawView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
    QWidget::changeEvent(event);
}

} // namespace Trailglass

#include "moc_rawview.cpp"
