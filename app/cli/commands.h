// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/command.h"

namespace Trailglass {

// One function a file of commands; allCommands() joins them.

[[nodiscard]] QList<Command> sourceListCommands(); ///< source types, list, show
[[nodiscard]] QList<Command> sourceEditCommands(); ///< source add, set, remove
[[nodiscard]] QList<Command> sourceTestCommands(); ///< source test
[[nodiscard]] QList<Command> syncCommands();
[[nodiscard]] QList<Command> syncLogCommands();
[[nodiscard]] QList<Command> importCommands();
[[nodiscard]] QList<Command> queryCommands();
[[nodiscard]] QList<Command> countingCommands(); ///< facets, histogram
[[nodiscard]] QList<Command> exportCommands();
[[nodiscard]] QList<Command> reportCommands(const ReportPainter &painter);
[[nodiscard]] QList<Command> evidenceCommands(); ///< evidence create, verify
[[nodiscard]] QList<Command> showCommands();
[[nodiscard]] QList<Command> presetCommands();
[[nodiscard]] QList<Command> reviewCommands(); ///< review status, done, log
[[nodiscard]] QList<Command> markCommands(); ///< mark, note
[[nodiscard]] QList<Command> ledgerCommands(); ///< coverage, stats
[[nodiscard]] QList<Command> quarantineCommands(); ///< quarantine, quarantine show, export, retry
[[nodiscard]] QList<Command> doctorCommands();
[[nodiscard]] QList<Command> checkpointCommands(); ///< checkpoint, checkpoint list, after-sync, key …
[[nodiscard]] QList<Command> verifyCommands(); ///< verify workspace, verify --against
[[nodiscard]] QList<Command>
archiveCommands(); ///< archive create, login, logout, status, push, after-sync, claim, verify
[[nodiscard]] QList<Command> collectCommands();

} // namespace Trailglass
