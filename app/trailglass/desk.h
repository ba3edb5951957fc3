// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/trailglass/workbench.h"

namespace Trailglass {

/// The one workbench that is open, or the one that takes its place: the demo data are a workspace of their
/// own. \thread GUI
class Desk : public QObject
{
    Q_OBJECT

public:
    explicit Desk(const Workbench::Surroundings &surroundings, QObject *parent = nullptr);
    ~Desk() override;

    /// Opens a workbench in place of the one there is, which stays when the new one cannot be opened.
    /// \error as Workbench::open()
    [[nodiscard]] Result<void> open(const Options &options);

    /// \pre something is open
    [[nodiscard]] Workbench &workbench() { return *m_workbench; }

private:
    void openDemo();

    Workbench::Surroundings m_surroundings;
    std::unique_ptr<Workbench> m_workbench;
};

} // namespace Trailglass
