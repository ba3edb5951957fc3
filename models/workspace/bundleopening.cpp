// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/bundleopening.h"

#include "models/core/translation.h"
#include "models/evidence/bundleverifier.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>

namespace Trailglass {

using namespace Qt::StringLiterals;

namespace {

/// Of all that is wrong the first is the one to tell.
Error bundleRefusal(const BundleVerdict &verdict)
{
    const QStringList sentences = verdictSentences(verdict);
    return {.kind = ErrorKind::Rejected,
            .message = inSequence(sentences.value(0), sentences.value(1)),
            .detail = faultName(verdict.problems.front().fault)};
}

} // namespace

Result<BundleVerdict> verdictOnBundle(const QString &fileName, const QString &key, const CancelToken &cancel,
                                      const VerificationProgress &progress)
{
    std::optional<PublicKey> given;
    if (!key.isEmpty()) {
        TRY(given, readGivenKey(key, cancel));
    }
    return verifyBundle(fileName, given, cancel, progress);
}

Result<OpenedBundle> bringInBundle(const QString &fileName, const BundleVerdict &verdict,
                                   const CancelToken &cancel, const VerificationProgress &progress)
{
    OpenedBundle bundle{
        .fileName = fileName, .folder = {}, .workspace = {}, .verdict = verdict, .imported = {}};
    bundle.folder = std::make_shared<QTemporaryDir>(QDir::tempPath() + "/trailglass-bundle-XXXXXX"_L1);
    if (!bundle.folder->isValid()) {
        return Error{
            .kind = ErrorKind::Storage,
            .message = tr("There is no room for the events of the bundle: %1. Free some space and try again.")
                           .arg(bundle.folder->errorString())};
    }
    bundle.workspace = bundle.folder->filePath(u"workspace"_s);
    TRY(bundle.imported, importBundle(fileName, verdict, bundle.workspace, cancel, progress));
    return bundle;
}

Result<OpenedBundle> openBundle(const QString &fileName, const QString &key, const CancelToken &cancel,
                                const BundleProgress &progress)
{
    TRY(const auto verdict, verdictOnBundle(fileName, key, cancel, progress.verifying));
    if (!verdict.isVerified())
        return bundleRefusal(verdict);
    return bringInBundle(fileName, verdict, cancel, progress.importing);
}

} // namespace Trailglass
