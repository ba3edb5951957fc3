// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/core/utcmicros.h"
#include "models/merkle/digest.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// What manifest.json of an evidence bundle says: what was requested, by whom, and what came of it.
///
/// Of a bundle that was read, every text is a stranger's, and nothing is true because it is here: BundleVerdict says
/// what was verified.
/// \thread value type, as any
struct BundleManifest
{
    struct Source
    {
        QString name;
        QString vendor; ///< `asana` …
        bool isRemoved = false; ///< from the workspace, its events kept
        QString address; ///< where it was synced from: scheme and host, never an account's whole address
        QMap<QString, QString> settings = {}; ///< the other ones; no secret is among them
        qint64 events = 0; ///< in the bundle
    };
    /// A time for which the vendor of a source was not asked.
    struct Gap
    {
        QString source;
        TimeWindow window; ///< both ends are set
    };

    // Who, when and what for.
    QString version; ///< of the program
    int schema = 0; ///< of the database
    UtcMicros made; ///< by the clock of the machine
    QString by; ///< name of the local account
    QString caseText = {}; ///< as typed; may be empty
    QString note = {}; ///< likewise

    // What was requested.
    QString typed; ///< filter
    QString canonical; ///< as the program prints it
    QString resolved; ///< with presets replaced and times as moments in UTC
    UtcMicros now; ///< what relative times were resolved against
    QByteArray zone = QByteArrayLiteral("UTC"); ///< IANA name, of times without a zone
    TimeWindow interval = {}; ///< that the filter is about; both ends are set; from >= to: no time
    QString columns = {}; ///< of events.csv, as for `--columns`
    QString sort = {}; ///< as for `--sort`
    bool formulaGuard = true; ///< of events.csv

    // What came of it.
    qint64 events = 0;
    std::optional<UtcMicros> first = {}; ///< `created` of the oldest event; nothing without events
    std::optional<UtcMicros> last = {};
    bool statesCompleteness = false; ///< whoever signs states that no other event of the tree matches
    QString missing = {}; ///< sentences on what the workspace has lost; empty: nothing that is known
    std::vector<Source> sources = {}; ///< that the filter can match, by name
    std::vector<Gap> gaps = {}; ///< in the interval, by source, then by time
    QString unknownGaps = {}; ///< a sentence on why there are no gaps to tell; empty: they are known
    qint64 unreadable = 0; ///< rows of these sources that could not be read
    qint64 conflicting = 0; ///< other versions of stored events

    // The tree.
    QString origin;
    qint64 size = 0; ///< leaves
    Digest root;
};

/// \returns indented JSON with its keys in order, ended by a line feed
[[nodiscard]] QByteArray manifestJson(const BundleManifest &manifest);

/// Reads a manifest. What the verification needs must be there and right, the rest is read as far as it is.
///
/// \param json  any bytes
/// \error Malformed, also for the manifest of a later version
[[nodiscard]] Result<BundleManifest> parseManifest(const QByteArray &json);

} // namespace Trailglass
