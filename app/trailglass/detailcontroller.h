// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/changerunner.h"
#include "models/workspace/detailservice.h"

#include <QObject>

#include <memory>

namespace Trailglass {

class ApprovalPrompt;
class FilterState;
class InspectorPane;

/// Shows what the vendor has beside the event in the inspector: at once where it was fetched before, else when the user
/// asks for it. Leaving the event cancels what is on its way.
/// \thread GUI
class DetailController : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        DetailService &service;
        ApprovalPrompt &approvals;
        FilterState &filter;
        InspectorPane &inspector;
    };
    /// All parts outlive the controller.
    explicit DetailController(const Parts &parts, QObject *parent = nullptr);

private:
    void connectView();
    void connectService();
    void offer();
    void fetch();
    void leave();
    void askApproval(const QList<ReferenceUse> &uses);
    void showChanges(const QString &title, const std::string &states);
    void showEvent(const std::string &id);

    Parts m_parts;
    ChangeRunner m_changes; ///< of a version
    QString m_changesTitle; ///< of the newest request to it
    std::shared_ptr<const EventRecord> m_event; ///< that something was offered for
};

} // namespace Trailglass
