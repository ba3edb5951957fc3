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
    QStringList
        givenReferences; ///< keys of variables and files that the form says and that are not stored so
};

/// Whether a source goes to another origin than as it is stored: what the stores hold for it is to be entered
/// again then. Also where the stored settings are none.
/// \pre findSource() knows the type
[[nodiscard]] bool movesElsewhere(const SourceRecord &stored, const Origin &origin);

/// Checks what a form says, and puts what it leaves as it is in from \a stored.
///
/// A credential for the keychain or the session that was not typed is the stored one, when it is kept in the
/// same place; one that is not required and was not typed, or is to be removed, is left out. Pure.
/// \thread any
/// \param stored  the source that is changed; null for a new one, whose name is then checked as well
/// \error Usage naming the setting; never quotes a credential or a URL
[[nodiscard]] Result<SourcePlan> planSource(const SourceInput &input, const SourceRecord *stored);

} // namespace Trailglass
