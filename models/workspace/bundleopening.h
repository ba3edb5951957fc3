// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/bundleimport.h"
#include "models/evidence/bundleverdict.h"

#include <QString>

#include <memory>

class QTemporaryDir;

namespace Trailglass {

/// An evidence bundle that was verified, and its events in a workspace of their own, to be looked at. A value; the folder goes
/// with the last copy.
struct OpenedBundle
{
    QString fileName; ///< of the bundle, as it was named
    std::shared_ptr<QTemporaryDir> folder; ///< that the workspace is in
    QString workspace; ///< its folder
    BundleVerdict verdict;
    ImportedBundle imported;
};

/// How far the opening of a bundle is; each may be empty.
struct BundleProgress
{
    VerificationProgress verifying = {}; ///< events that were checked
    VerificationProgress importing = {}; ///< events that were stored
};

// Blocking; any thread.

/// verifyBundle() with the key as people give it.
/// \param key  as of readGivenKey(); empty: none is known
/// \error as readGivenKey() and verifyBundle()
[[nodiscard]] Result<BundleVerdict> verdictOnBundle(const QString &fileName, const QString &key,
                                                    const CancelToken &cancel,
                                                    const VerificationProgress &progress = {});

/// importBundle() into a temporary folder.
/// \param verdict  of the same file
/// \error Storage: no temporary folder; as importBundle(). Nothing stays
[[nodiscard]] Result<OpenedBundle> bringInBundle(const QString &fileName, const BundleVerdict &verdict,
                                                 const CancelToken &cancel,
                                                 const VerificationProgress &progress = {});

/// Both: verifies a bundle, and brings in the events of one that is verified.
/// \param key  as for verdictOnBundle()
/// \error Rejected: it is not verified, with the first sentences of the verdict; as the two above
[[nodiscard]] Result<OpenedBundle> openBundle(const QString &fileName, const QString &key,
                                              const CancelToken &cancel, const BundleProgress &progress = {});

} // namespace Trailglass
