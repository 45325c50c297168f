import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, cssCodeSplit: false },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
