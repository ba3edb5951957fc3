// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/clock.h"
#include "models/credentials/sourcesecrets.h"
#include "models/sources/eventdetail.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// What a vendor knows about one event, and since when we know it.
struct KnownDetail
{
    EventDetail detail;
    UtcMicros fetched;
    bool isKept = false; ///< it comes out of the workspace, where an earlier request left it
};

/// Finds out what vendors know about single events: from the workspace, where it was fetched before, else from the
/// vendor, with the credentials of the source and by the same rules as a sync.
///
/// Works on threads of its own, one request at a time; a new one ends the last.
/// \thread the main thread, as for SecretStore
class DetailService : public QObject
{
    Q_OBJECT

public:
    enum class From
    {
        Workspace, ///< what was fetched before, however long ago; else nothing
        WorkspaceFirst, ///< what was fetched before, else the vendor
        Vendor
    };

    /// \param clock  outlives the service
    DetailService(QString workspace, SecretPlaces places, const Clock &clock, QObject *parent = nullptr);
    /// Cancels and waits for the threads. No signal comes any more.
    ~DetailService() override;

    /// Whether there is anything that the vendor can be asked about an event.
    [[nodiscard]] static bool isAvailable(const EventRecord &event);

    /// \pre isAvailable(event)
    void request(const EventRecord &event, From from);
    /// Ends the request without a signal.
    void cancel();

Q_SIGNALS:
    // To the newest request only, one of these, never before it returns.

    void found(const std::shared_ptr<const Trailglass::KnownDetail> &detail);
    /// With From::Workspace: nothing is there.
    void nothingKept();
    /// Nothing was sent, as these references are not approved. Approve them and request again.
    void approvalRequired(const QList<Trailglass::ReferenceUse> &uses);
    /// \param error  Usage, NotFound: the source was removed; those of DetailFetch and of SourceSecrets::read()
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
