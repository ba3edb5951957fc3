// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/rawview.h"

#include "models/table/jsonlayout.h"
#include "views/inspector/jsonhighlighter.h"
#include "views/inspector/longtextedit.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

LongTextEdit::Source indented(const std::shared_ptr<const std::string> &raw)
{
    return [raw, layout = std::make_shared<JsonLayout>(*raw)](std::size_t bytes) {
        return layout->next(bytes);
    };
}

LongTextEdit::Source asReceived(const std::shared_ptr<const std::string> &raw)
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
    , m_indented(new QCheckBox(tr("&Format JSON"), this))
    , m_text(new LongTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document(), palette()))
    , m_cut(new QLabel(this))
    , m_showAll(new QPushButton(tr("Show a&ll"), this))
{
    m_indented->setObjectName("rawIndented"_L1);
    m_indented->setChecked(true);
    m_indented->setToolTip(tr("Shows the JSON indented, one value per line, instead of as received"));
    m_text->setObjectName("rawText"_L1);
    m_text->setAccessibleName(tr("JSON as text"));
    m_cut->setObjectName("rawCut"_L1);
    m_cut->setTextFormat(Qt::PlainText);
    m_showAll->setObjectName("rawShowAll"_L1);
    auto *line = new QHBoxLayout;
    line->addWidget(m_indented);
    line->addStretch();
    line->addWidget(m_cut);
    line->addWidget(m_showAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_text);
    connect(m_indented, &QCheckBox::toggled, this, &RawView::read);
    connect(m_showAll, &QPushButton::clicked, m_text, &LongTextEdit::showAll);
    connect(m_text, &LongTextEdit::filled, this, [this](bool isCut) {
        m_cut->setVisible(isCut);
        m_showAll->setVisible(isCut);
    });
    setDocument(nullptr);
}

void RawView::setDocument(std::shared_ptr<const std::string> raw)
{
    m_raw = std::move(raw);
    const QLocale locale;
    const auto size = m_raw ? static_cast<qint64>(m_raw->size()) : 0;
    m_cut->setText(tr("First part of %1").arg(locale.formattedDataSize(size, 1)));
    read();
}

void RawView::read()
{
    m_cut->hide();
    m_showAll->hide();
    if (m_raw)
        m_text->setSource(m_indented->isChecked() ? indented(m_raw) : asReceived(m_raw), ShownAtFirst);
    else
        m_text->setSource({}, ShownAtFirst);
}

void RawView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
    QWidget::changeEvent(event);
}

} // namespace Trailglass
