// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/sourcepopover.h"

#include "models/core/text.h"
#include "models/table/sourcetablemodel.h"
#include "views/common/elidedlabel.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/theme.h"
#include "views/common/typescale.h"
#include "views/sources/sourcesigns.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int PopoverWidth = 460; // px
constexpr int DetailLines = 6;
constexpr int PopoverSignSize = 24; // px

} // namespace

SourcePopover::SourcePopover(SourceTableModel &model, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(model)
    , m_sign(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_strip(new MessageStrip(this))
    , m_details(new QPlainTextEdit(this))
    , m_quarantine(addButton("popoverQuarantine", tr("Quarantine…")))
    , m_sync(addButton("popoverSync", tr("Sync")))
    , m_test(addButton("popoverTest", tr("Test")))
    , m_edit(addButton("popoverEdit", tr("Edit…")))
    , m_remove(addButton("popoverRemove", tr("Remove…")))
    , m_all(addButton("popoverAll", tr("All sources")))
{
    setObjectName("sourcePopover"_L1);
    setFrameShape(QFrame::StyledPanel);
    build();
    const auto pass = [this](QPushButton *button, auto request, bool isLast) {
        connect(button, &QPushButton::clicked, this, [this, request, isLast] {
            if (isLast)
                close();
            Q_EMIT(this->*request)(m_source);
        });
    };
    pass(m_sync, &SourcePopover::syncRequested, false);
    pass(m_test, &SourcePopover::testRequested, false);
    pass(m_edit, &SourcePopover::editRequested, true);
    pass(m_remove, &SourcePopover::removeRequested, true);
    pass(m_all, &SourcePopover::allRequested, true);
    pass(m_quarantine, &SourcePopover::quarantineRequested, true);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SourcePopover::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &SourcePopover::refresh);
}

QPushButton *SourcePopover::addButton(const char *name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    return button;
}

void SourcePopover::build()
{
    m_title->setObjectName("popoverTitle"_L1);
    m_title->setFont(textFont(TextStyle::Strong, font()));
    m_state->setObjectName("popoverState"_L1);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_details->setObjectName("popoverDetails"_L1);
    m_details->setAccessibleName(tr("Details of the source"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setFixedHeight(DetailLines * fontMetrics().lineSpacing() + 2 * Spacing::Normal);
    auto *names = new QVBoxLayout;
    names->setSpacing(Spacing::Hair);
    names->addWidget(m_title);
    names->addWidget(m_state);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::Normal);
    head->addWidget(m_sign);
    head->addLayout(names, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::Tight);
    for (QPushButton *button : {m_sync, m_test, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::Wide, Spacing::Wide, Spacing::Wide, Spacing::Wide);
    layout->setSpacing(Spacing::Normal);
    layout->addLayout(head);
    layout->addWidget(m_strip);
    layout->addWidget(m_details);
    layout->addWidget(m_quarantine, 0, Qt::AlignLeft);
    layout->addLayout(buttons);
    setFixedWidth(PopoverWidth);
}

void SourcePopover::open(const QString &name, const QRect &anchor)
{
    m_strip->hide();
    m_source = name;
    m_anchor = anchor;
    refresh();
    show();
    place();
    m_sync->setFocus();
}

bool SourcePopover::event(QEvent *event)
{
    const bool isHandled = QFrame::event(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        refresh(); // signs and states have other colours
    // A message came, went or takes more lines: it grows away from the chip, and nothing in it is squeezed.
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return isHandled;
}

void SourcePopover::refresh()
{
    const auto position = m_model.rowOf(m_source);
    if (!position) {
        close();
        return;
    }
    const SourceRow &row = m_model.rows().at(*position);
    const QColor colour = sourceColour(row.state, palette());
    m_sign->setPixmap(sourceSign(row.state, colour, PopoverSignSize, devicePixelRatioF()));
    const QString title = tr("%1 (%2)").arg(row.name, row.displayName);
    m_title->show(title);
    PlainText::show(m_state, stateText(row.state));
    setAccessibleName(visibleText(title));
    QPalette state = palette();
    state.setColor(QPalette::WindowText, colour);
    m_state->setPalette(state);
    // The same text again would take the reader's selection away.
    if (m_details->toPlainText() != row.details)
        m_details->setPlainText(row.details);
    m_quarantine->setVisible(row.hasQuarantined);
    const bool isSyncing = row.state == SourceRow::State::Syncing || row.state == SourceRow::State::Waiting;
    m_sync->setEnabled(!isSyncing);
    m_remove->setEnabled(!isSyncing);
}

void SourcePopover::place()
{
    const bool hasWrappedText = layout()->hasHeightForWidth();
    resize(width(), hasWrappedText ? layout()->totalHeightForWidth(width()) : sizeHint().height());
    const QScreen *screen = QWidget::screen();
    const QRect room = screen ? screen->availableGeometry() : QRect(QPoint(0, 0), size());
    const int above = m_anchor.top() - height() - Spacing::Tight;
    const int top = above >= room.top() ? above : m_anchor.bottom() + Spacing::Tight;
    const int wanted = isRightToLeft() ? m_anchor.right() + 1 - width() : m_anchor.left();
    const int left = std::max(room.left(), std::min(wanted, room.right() - width()));
    move(left, top);
}

} // namespace Trailglass

#include "moc_sourcepopover.cpp"
