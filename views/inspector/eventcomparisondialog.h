// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"
#include "models/core/event.h"

#include <QDialog>

#include <memory>

class QStackedWidget;
class QTimeZone;

namespace Trailglass {

class ChangesView;
class EmptyState;
class EventHeader;

/// Two events compared: the headline of each, and what is different in their JSON. Holds nothing up, and deletes itself
/// when closed.
/// \thread GUI
class EventComparisonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EventComparisonDialog(QWidget *parent = nullptr);

    /// UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    /// Two events are on their way.
    void setLoading();
    /// What is different in them is on its way.
    /// \param before, after  not null
    void showEvents(std::shared_ptr<const EventRecord> before, std::shared_ptr<const EventRecord> after);
    /// \param changes  compareEvents() of the two; not null
    void showChanges(const std::shared_ptr<const Trailglass::EventChanges> &changes);
    /// The events cannot be compared.
    /// \param text  shown as plain text
    void showProblem(const QString &text);

private:
    [[nodiscard]] QWidget *makeHeads();
    void openValue(const QString &title, const std::string &text);

    EventHeader *m_before;
    EventHeader *m_after;
    QWidget *m_heads;
    QStackedWidget *m_pages;
    EmptyState *m_state;
    ChangesView *m_changes;
};

} // namespace Trailglass
