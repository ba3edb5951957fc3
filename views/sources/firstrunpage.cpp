// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/firstrunpage.h"

#include "views/common/icons.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"
#include "views/sources/choicecard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int WidestColumn = 760;
constexpr int WorkspaceLines = 3; ///< a path may be long

QLabel *centredLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_sentence(centredLabel(this))
    , m_promise(centredLabel(this))
    , m_workspace(new WrappedLabel(WorkspaceLines, this))
{
    setObjectName("firstRunPage"_L1);
    m_sign->setAlignment(Qt::AlignHCenter);
    auto *title = centredLabel(this);
    title->setFont(textFont(TextStyle::Display, font()));
    title->setText(u"Trailglass"_s);
    PlainText::show(
        m_sentence,
        tr("Search, inspect and export the audit logs of your SaaS vendors in one place, offline, "
           "for as long as you keep them."));
    PlainText::show(m_promise,
                    tr("Events are stored on this computer only. Credentials are kept in your desktop's "
                       "keychain or, where there is none, until the window closes; never in the database."));
    for (QLabel *label : {m_promise, m_workspace})
        TextColour::set(*label, TextMeaning::Quiet);
    m_workspace->setObjectName("workspacePath"_L1);
    m_workspace->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_workspace->setAccessibleName(tr("Workspace folder"));
    auto *add = new ChoiceCard(
        Glyph::Source, tr("Add a source"),
        tr("Connect Asana, Secoda, Datafold, Paradime or Nected with your own credentials, and sync."), this);
    add->setObjectName("addSource"_L1);
    auto *demo = new ChoiceCard(Glyph::Table, tr("Explore demo data"),
                                tr("Three months of a fictional company at five vendors, with an incident "
                                   "to find. Nothing leaves this computer."),
                                this);
    demo->setObjectName("openDemo"_L1);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Spacing::Section);
    cards->addWidget(add, 1);
    cards->addWidget(demo, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(Spacing::Normal);
    column->addStretch(2);
    for (QWidget *part :
         {static_cast<QWidget *>(m_sign), static_cast<QWidget *>(title), static_cast<QWidget *>(m_sentence)})
        column->addWidget(part);
    column->addSpacing(Spacing::Section);
    column->addLayout(cards);
    column->addSpacing(Spacing::Section);
    column->addWidget(m_promise);
    column->addWidget(m_workspace);
    column->addStretch(3);
    auto *middle = new QWidget(this);
    middle->setLayout(column);
    middle->setMaximumWidth(WidestColumn);
    column->setContentsMargins({});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::Page, Spacing::Page, Spacing::Page, Spacing::Page);
    layout->addStretch(1);
    layout->addWidget(middle, 100);
    layout->addStretch(1);
    connect(add, &ChoiceCard::clicked, this, &FirstRunPage::addRequested);
    connect(demo, &ChoiceCard::clicked, this, &FirstRunPage::demoRequested);
    setFocusProxy(add);
    setTabOrder(add, demo);
    paintSign();
}

void FirstRunPage::setWorkspace(const QString &folder)
{
    PlainText::show(m_workspace, tr("Workspace: %1").arg(folder));
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintSign();
    QWidget::changeEvent(event);
}

void FirstRunPage::paintSign()
{
    m_sign->setPixmap(Icons::pixmap(Glyph::Search, palette().color(QPalette::Link), 64, devicePixelRatioF()));
}

} // namespace Trailglass

#include "moc_firstrunpage.cpp"
