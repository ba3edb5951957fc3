// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/evidenceservice.h"

#include "models/core/result.h"
#include "models/core/workerthread.h"
#include "models/exporting/outputfile.h"
#include "models/exporting/outputtarget.h"
#include "models/store/treereader.h"
#include "models/workspace/witnessfile.h"

#include <string_view>
#include <utility>

namespace Trailglass {

using namespace Qt::StringLiterals;

Result<void> writeEvidenceFile(const QString &workspace, const QString &fileName, const QByteArray &bytes,
                               const CancelToken &cancel)
{
    TRY(const auto file, OutputFile::open(fileName, readableFilesInUse(workspace), cancel));
    const std::string_view content(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (const auto written = writeAll(file->device(), content, cancel); !written)
        return file->named(written.error());
    return file->commit();
}

Result<EvidenceOverview> readEvidence(const QString &workspace)
{
    EvidenceOverview overview;
    TRY(overview.signedHeads, readCheckpoints(workspace));
    TRY(const auto tree, TreeReader::open(workspace));
    TRY(overview.isBuilt, tree->isBuilt());
    TRY(overview.leaves, tree->size());
    if (overview.leaves > 0) {
        TRY(overview.root, tree->root());
    }
    return overview;
}

class EvidenceService::Private
{
public:
    explicit Private(QString folder)
        : workspace(std::move(folder))
        , thread(u"evidencefiles"_s)
    {
    }
    ~Private() { cancelling.cancel(); }

    const QString workspace;
    CancelSource cancelling;
    WorkerThread thread; // last: its work uses everything above
};

EvidenceService::EvidenceService(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(workspace)))
{
}

EvidenceService::~EvidenceService() = default;

void EvidenceService::read(const Read &done)
{
    d->thread.post([this, done] {
        const auto overview = readEvidence(d->workspace);
        d->thread.postToOwner([overview, done] { done(overview); });
    });
}

void EvidenceService::write(const QString &fileName, const QByteArray &bytes, const Done &done)
{
    d->thread.post([this, fileName, bytes, done, token = d->cancelling.token()] {
        const auto written = writeEvidenceFile(d->workspace, fileName, bytes, token);
        d->thread.postToOwner([written, done] { done(written); });
    });
}

void EvidenceService::checkWitness(const QString &path, const Done &done)
{
    d->thread.post([this, path, done] {
        const auto checked = checkWitnessPlace(path, d->workspace);
        d->thread.postToOwner([checked, done] { done(checked); });
    });
}

} // namespace Trailglass

#include "moc_evidenceservice.cpp"
