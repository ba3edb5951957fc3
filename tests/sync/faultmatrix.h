// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include <map>

namespace Trailglass {

/// How a sync that meets a fault is to end.
struct FaultOutcome
{
    QString name; ///< `ok`, or errorKindName() of the failure
    qint64 requests = 0; ///< as the report counts them
    std::optional<std::chrono::milliseconds> waited = {}; ///< between the requests
    /// Requests that reach the stand-in server; nothing: unknown, since Qt repeats a request by itself whose
    /// server closes before it responds.
    std::optional<qsizetype> arrived = {};
    QStringList words = {}; ///< that the message holds
};

/// The rows of docs/reliability.md: each vendor meets each fault.
///
/// Every vendor has a workspace that has synced once, and five new events. A row takes a copy of the workspace, syncs
/// while the fault is there, and syncs again without it. What happened goes, a line a row, into the file `<name>.tsv` in
/// the folder that the variable TRAILGLASS_RELIABILITY names: `vendor<TAB>fault<TAB>outcome<TAB>requests`. The document
/// is made from these lines by scripts/reliability-tables.
class FaultMatrix
{
public:
    static constexpr std::string_view Now = "2026-11-20T12:00:00Z"; ///< of every sync
    static constexpr qsizetype OldEvents = 12;
    static constexpr qsizetype NewEvents = 5;

    /// Runs the sync that meets the fault.
    using Sync = std::function<SyncReport(SyncHarness &harness, const SyncJob &job)>;

    /// \param name  of the test class in CTest
    explicit FaultMatrix(const QString &name);

    /// Makes the workspaces. To be called once, in initTestCase().
    void prepare();

    [[nodiscard]] Support::VendorServer &server(Vendor vendor) { return m_servers.server(vendor); }

    /// Requests that a sync of the new events takes.
    [[nodiscard]] static qint64 plainRequests(Vendor vendor);

    static constexpr qint64 Attempts = 5; ///< of one request that fails

    /// Requests of a Datafold source that halves its window down to one minute, and then ends.
    static constexpr qint64 HalvingRequests = 6;

    /// The vendor's credentials, and what else is the account's own: a response that repeats them is to be shown without.
    [[nodiscard]] QStringList secrets(Vendor vendor);

    /// One row: the sync ends as \a expected, its texts hold neither a secret nor a control character, a failure moves no
    /// checkpoint, and after the next sync the workspace has exactly the server's events, each of them once.
    ///
    /// Faults of the server are to be planned before; they are cleared.
    void check(Vendor vendor, const QString &fault, const FaultOutcome &expected,
               const Sync &sync = plainSync);

    [[nodiscard]] static SyncReport plainSync(SyncHarness &harness, const SyncJob &job);

private:
    void prepare(Vendor vendor, Support::Company &company);
    void checkFaulty(Vendor vendor, const SyncReport &report, const FaultOutcome &expected);
    void checkTexts(Vendor vendor, const SyncReport &report, const QString &storedError);
    void checkClean(Vendor vendor, SyncHarness &harness, const SyncReport &faulty);
    void write(Vendor vendor, const QString &fault, const QString &outcome, qint64 requests) const;

    QString m_file; ///< of the lines; empty: they go nowhere
    Support::FakeVendors m_servers;
    std::map<Vendor, QTemporaryDir> m_workspaces;
};

/// `asana` …
[[nodiscard]] QString vendorName(Vendor vendor);

} // namespace Trailglass
