// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/syncschedule.h"
#include "models/core/secret.h"
#include "models/core/secretreference.h"

#include <QMap>
#include <QString>

#include <optional>

namespace Trailglass {

/// The source that a form changes.
struct ExistingSource
{
    QString name;
    QString type; ///< one that findSource() knows
    QMap<QString, QString> settings;
    QMap<QString, SecretReference> secrets; ///< where each credential is kept
    SyncSchedule schedule = {};
};

/// One credential as entered in a form.
struct EnteredSecret
{
    SecretReference reference; ///< where it is kept
    std::optional<Secret> value; ///< as typed; unset for a variable or file, and for one that is kept already
};

/// A source as entered in a form.
struct EnteredSource
{
    QString name;
    QString type;
    QMap<QString, QString> settings;
    QMap<QString, EnteredSecret> secrets; ///< those left out are absent
    SyncSchedule schedule = {};
};

/// An archive as entered in a form.
struct EnteredArchive
{
    QString address;
    std::optional<EnteredSecret> key = {}; ///< of the user; nothing: that of the keychain, if it is there
};

/// How an archive is to be created, as entered in a form.
struct EnteredCreation
{
    QString cluster = {}; ///< empty: as the address says
    bool hasKeeper = false; ///< the cluster has Keeper or ZooKeeper
};

/// What the test of a source found.
struct ConnectionResult
{
    enum class Kind
    {
        Works,
        Warning,
        Error,
        Dismissed, ///< cancelled, or asked about elsewhere: nothing to show
    };

    Kind kind = Kind::Works;
    QString text = {};
};

} // namespace Trailglass
