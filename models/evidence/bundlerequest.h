// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/evidencetree.h"
#include "models/evidence/manifest.h"
#include "models/exporting/column.h"
#include "models/exporting/exportjob.h"
#include "models/merkle/noteverifier.h"
#include "models/merkle/treecheckpoint.h"
#include "models/query/recordsource.h"
#include "models/query/resultrows.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Trailglass {

/// A further file of a bundle.
struct BundleAttachment
{
    QByteArray name; ///< BundleMembers::ReportHtml or ReportPdf
    QByteArray bytes;
};

/// Which times were requested.
struct BundleCoverage
{
    TimeWindow interval; ///< BundleManifest::interval
    std::vector<BundleManifest::Gap> gaps = {};
    QString unknownGaps = {};
    QByteArray file = {}; ///< coverage.json
};

/// What a bundle says besides its events.
struct BundleContent
{
    BundleManifest
        manifest; ///< without what the writer finds out: counts, first and last time, coverage, the tree
    std::vector<Column> columns; ///< of events.csv
    /// Called once the events are known. \a events  from the first to the last, both ends set; nothing without events
    std::function<Result<BundleCoverage>(const std::optional<TimeWindow> &events)> coverage;
    QStringList quarantineSources =
        {}; ///< names of those whose quarantined rows may have been matching events
    std::vector<BundleAttachment> attachments = {};
};

/// Who signs a bundle, and the tree that it is about.
struct BundleSeal
{
    TreeCheckpoint checkpoint; ///< of a tree that has a leaf for each row
    QByteArray note; ///< the checkpoint as it was signed
    NoteVerifier signer;
    /// Gives the signature below some bytes: 64 bytes.
    std::function<Result<QByteArray>(QByteArrayView message)> sign;
};

/// A bundle that is to be written. Nothing is owned.
struct BundleRequest
{
    const ResultRows &rows; ///< in the order of the bundle
    RecordSource &records;
    EvidenceTree &tree;
    const BundleContent &content;
    const BundleSeal &seal;
    CancelToken cancel = {};
    ExportProgress progress = {}; ///< may be empty
};

} // namespace Trailglass
