# The package for the PowerShell Gallery: published into a repository of a folder, installed from
# there, and used in a process of its own.
. "$PSScriptRoot/support.ps1"
$module = "$env:ACTDIAG_GALLERY/ActDiag"

Test 'the manifest is complete and lists what is there' {
    $manifest = Test-ModuleManifest "$module/ActDiag.psd1" -ErrorAction Stop
    foreach ($name in 'Author', 'CompanyName', 'Copyright', 'Description') { Assert-True $manifest.$name $name }
    foreach ($name in 'LicenseUri', 'ReleaseNotes', 'Tags') { Assert-True $manifest.PrivateData.PSData[$name] $name }
    foreach ($file in $manifest.FileList) { Assert-True (Test-Path -LiteralPath $file) $file }
}

# Publishes, installs and uses the module in one folder; PowerShell's own paths are left alone.
Test 'it is published, installed and used' {
    Use-Folder {
        param($folder)
        $null = foreach ($name in 'repository', 'data', 'config', 'cache') { New-Item "$folder/$name" -ItemType Directory }
        $script = "`$ErrorActionPreference = 'Stop'
            Register-PSResourceRepository Local -Uri '$folder/repository' -Trusted
            Publish-PSResource -Path '$module' -Repository Local
            Install-PSResource ActDiag -Repository Local
            Unregister-PSResourceRepository Local
            `$env:PSModulePath = (Get-InstalledPSResource ActDiag).InstalledLocation + [IO.Path]::PathSeparator + `$env:PSModulePath
            (Get-ActivationError 0xC004F074 -Language ja).Name
            (Find-ActivationError 'hr=0x8007232B').Hex
            (Get-Module ActDiag).ModuleBase"
        $environment = @{ HOME = $folder; XDG_DATA_HOME = "$folder/data"; XDG_CONFIG_HOME = "$folder/config"
            XDG_CACHE_HOME = "$folder/cache"; ACTDIAG_LIBRARY = $null; PSModulePath = $null }
        [IO.File]::WriteAllText("$folder/use.ps1", $script)
        $start = [Diagnostics.ProcessStartInfo]::new($env:ACTDIAG_PWSH, "-NoProfile -File $folder/use.ps1")
        foreach ($name in $environment.Keys) {
            $null = $start.EnvironmentVariables.Remove($name)
            if ($environment[$name]) { $start.EnvironmentVariables[$name] = $environment[$name] }
        }
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        $lines = $process.StandardOutput.ReadToEnd().Trim() -split '\r?\n'
        $problems = $process.StandardError.ReadToEnd()
        $process.WaitForExit()
        Assert-Equal $lines[0..1] ('SL_E_VL_BINDING_SERVICE_UNAVAILABLE', '0x8007232B') "the output ($problems)"
        Assert-True $lines[2].StartsWith($folder) "it came from $($lines[2])"
    }
}
