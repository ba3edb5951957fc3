// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/sourceservice.h"

namespace Trailglass {

/// What is to be stored for a source, checked.
struct SourcePlan
{
    SourceRecord record; ///< without an id when it is new
    QByteArray fingerprint; ///< SourceSettings::fingerprint()
    Origin origin; ///< where the settings lead
    SecretValues typed; ///< to be written where the record's references say
    /// Keys of variables and files that the user has named just now, and so approves.
    QStringList givenReferences;
};

class Source;

/// The source type of a name.
/// \returns never null; lives as long as the program
/// \error Usage, with the nearest name
[[nodiscard]] Result<const Source *> sourceOfType(const QString &type);

/// Checks an input, and completes it with what is stored. Pure.
///
/// A credential for the keychain or the session that was not typed is the stored one, if it is kept in the same
/// place and the source stays at its origin; an optional one that was not typed, or is to be removed, is left out.
/// \thread any
/// \param stored  the source that is changed; null for a new one, whose name is then checked as well
/// \error Usage naming the setting or credential; never quotes a credential or a URL
[[nodiscard]] Result<SourcePlan> planSource(const SourceInput &input, const SourceRecord *stored);

} // namespace Trailglass
