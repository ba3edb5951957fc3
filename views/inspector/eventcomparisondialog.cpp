// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/inspector/eventcomparisondialog.h"

#include "views/common/emptystate.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/inspector/changesview.h"
#include "views/inspector/eventheader.h"
#include "views/inspector/textviewer.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

EventComparisonDialog::EventComparisonDialog(QWidget *parent)
    : QDialog(parent)
    , m_before(new EventHeader)
    , m_after(new EventHeader)
    , m_heads(makeHeads())
    , m_pages(new QStackedWidget)
    , m_state(new EmptyState)
    , m_changes(new ChangesView)
{
    setObjectName("eventComparison"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare events"));
    m_pages->addWidget(m_state);
    m_pages->addWidget(m_changes);
    m_changes->setSideBySide(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(m_heads);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    resize(960, 640);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_changes, &ChangesView::openRequested, this, &EventComparisonDialog::openValue);
    setLoading();
}

/// Each headline under the name that its side has in the list of changes.
QWidget *EventComparisonDialog::makeHeads()
{
    auto *heads = new QWidget(this);
    auto *grid = new QGridLayout(heads);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Spacing::Section);
    grid->setVerticalSpacing(Spacing::Tight);
    m_before->setObjectName("eventBefore"_L1);
    m_after->setObjectName("eventAfter"_L1);
    const std::pair<EventHeader *, QString> sides[] = {{m_before, tr("Before")}, {m_after, tr("After")}};
    int column = 0;
    for (const auto &[header, name] : sides) {
        auto *label = new QLabel(name);
        label->setFont(textFont(TextStyle::Small, font()));
        grid->addWidget(label, 0, column);
        grid->addWidget(header, 1, column);
        grid->setColumnStretch(column++, 1);
    }
    return heads;
}

void EventComparisonDialog::setDisplayZone(const QTimeZone &zone)
{
    m_before->setDisplayZone(zone);
    m_after->setDisplayZone(zone);
}

void EventComparisonDialog::setLoading()
{
    m_heads->hide();
    m_changes->setChanges(nullptr);
    m_state->show(Glyph::Time, tr("Reading the events…"), {});
    m_pages->setCurrentWidget(m_state);
}

void EventComparisonDialog::showEvents(std::shared_ptr<const EventRecord> before,
                                       std::shared_ptr<const EventRecord> after)
{
    m_before->setRecord(std::move(before));
    m_after->setRecord(std::move(after));
    m_heads->show();
    m_state->show(Glyph::Time, tr("Comparing the events…"), {});
    m_pages->setCurrentWidget(m_state);
}

void EventComparisonDialog::showChanges(const std::shared_ptr<const EventChanges> &changes)
{
    if (changes->changes.empty()) {
        m_state->show(Glyph::Warning, tr("The two events cannot be compared."),
                      tr("What is stored of one of them is not JSON."));
    } else if (changes->changes.front().change.kind == ValueChange::Kind::Same) {
        m_state->show(Glyph::Information, tr("The two events are equal."),
                      tr("Their JSON has the same members with the same values."));
    } else {
        m_changes->setChanges(changes);
        m_pages->setCurrentWidget(m_changes);
    }
}

void EventComparisonDialog::showProblem(const QString &text)
{
    m_heads->hide();
    m_state->show(Glyph::Warning, tr("The two events cannot be compared."), text);
    m_pages->setCurrentWidget(m_state);
}

void EventComparisonDialog::openValue(const QString &title, const std::string &text)
{
    (new TextViewer(title, text, this))->show();
}

} // namespace Trailglass

#include "moc_eventcomparisondialog.cpp"
