// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <span>

namespace Trailglass {

/// The files of an evidence bundle (docs/evidence.md).
namespace BundleMembers {

inline constexpr char Readme[] = "README.txt";
inline constexpr char Manifest[] = "manifest.json";
inline constexpr char Events[] = "events.ndjson";
inline constexpr char Csv[] = "events.csv";
inline constexpr char Proofs[] = "proofs.ndjson";
inline constexpr char Checkpoint[] = "checkpoint.txt";
inline constexpr char Key[] = "key.pem";
inline constexpr char Coverage[] = "coverage.json";
inline constexpr char Quarantine[] = "quarantine.ndjson";
inline constexpr char Marks[] = "marks.ndjson";
inline constexpr char Review[] = "review.ndjson";
inline constexpr char History[] = "history.ndjson";
inline constexpr char ReportHtml[] = "report.html";
inline constexpr char ReportPdf[] = "report.pdf";
inline constexpr char Sums[] = "SHA256SUMS";
inline constexpr char Signature[] = "SHA256SUMS.sig";

/// Those with records of the tree, in the order in which they are written and read.
inline constexpr std::array<const char *, 4> WithRecords{Quarantine, Marks, Review, History};

/// What is right for a member of a bundle.
struct Rule
{
    const char *name;
    qint64 maxSize; ///< bytes, unpacked
    qint64 maxLine; ///< bytes of a line, its line feed included; 0: it is not read by lines
    bool isRequired;
};

/// All members that a bundle may have, in their order.
/// \thread any
[[nodiscard]] std::span<const Rule> rules();

/// \returns null for a name that no bundle has
/// \thread any
[[nodiscard]] const Rule *ruleOf(QByteArrayView name);

/// Bytes that any member may unpack to, and how many it may have beyond that for each byte that it is packed in.
inline constexpr qint64 FreeBytes = qint64{64} * 1024 * 1024;
inline constexpr qint64 MaxRatio = 250;

/// Both verifiers keep each leaf that a bundle shows in memory. A line of proofs or records takes at least so many bytes of the
/// archive; one with more lines was made to fill the memory.
inline constexpr qint64 PackedBytesOfLeaf = 4;
/// Bytes that are counted beyond those of the archive.
inline constexpr qint64 FreePackedBytes = qint64{1} * 1024 * 1024;

/// Hashes of parts of the tree that a bundle may have for each leaf that it shows, and as many once more: what lies before,
/// between and after leaves is at most two parts of each of 62 levels (subtreesBetween()).
inline constexpr qint64 MaxNodesOfLeaf = 128;

} // namespace BundleMembers

} // namespace Trailglass
